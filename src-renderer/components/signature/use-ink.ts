import { type PointerEvent, useRef, useState } from 'react';
import { extendTrace, type Point, startTrace, type Trace } from '../../../src-shared/rules/even-path.ts';
import {
  flatStroke,
  insideBox,
  signatureBox,
  signatureLimits,
} from '../../../src-shared/rules/flat-signature.ts';

export type Strokes = readonly (readonly number[])[];

type Ink = {
  /** Of the stroke that is being drawn. */
  readonly live: readonly number[];
  readonly handlers: Readonly<
    Record<
      'onPointerDown' | 'onPointerMove' | 'onPointerUp' | 'onPointerCancel' | 'onLostPointerCapture',
      (event: PointerEvent<SVGSVGElement>) => void
    >
  >;
};

/**
 * Takes the place of a pen, a finger or a mouse, and nothing else of it, straight into a trace of equal distances:
 * pressure, tilt and times of the events are never read, and their own places are not kept.
 */
export function useInk(strokes: Strokes, onChange: (strokes: Strokes) => void): Ink {
  const [trace, setTrace] = useState<Trace | null>(null);
  const drawing = useRef<{ readonly pointerId: number; readonly area: DOMRect; trace: Trace } | null>(null);
  const hasPen = useRef(false);

  function begin(event: PointerEvent<SVGSVGElement>): void {
    if (event.pointerType === 'pen') hasPen.current = true;
    // One pointer at a time; beside a pen, what touches the glass is the hand that holds it.
    const isPalm = hasPen.current && event.pointerType === 'touch';
    if (drawing.current !== null || event.button !== 0 || isPalm || isFull(strokes)) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    const first = startTrace(placeIn(event.currentTarget, event));
    const area = event.currentTarget.getBoundingClientRect();
    drawing.current = { pointerId: event.pointerId, area, trace: first };
    setTrace(first);
  }

  function draw(event: PointerEvent<SVGSVGElement>): void {
    const { current } = drawing;
    if (current?.pointerId !== event.pointerId || isFull([...strokes, flatStroke(current.trace)])) return;
    const svg = event.currentTarget;
    // Turned or resized under the hand: the ink stays as it is, and no line runs to where the hand is now.
    if (!isSamePlace(current.area, svg.getBoundingClientRect())) {
      end(event);
      return;
    }
    const between = event.nativeEvent.getCoalescedEvents?.() ?? [];
    for (const each of between.length > 0 ? between : [event.nativeEvent])
      current.trace = extendTrace(current.trace, placeIn(svg, each));
    setTrace(current.trace);
  }

  function end(event: PointerEvent<SVGSVGElement>): void {
    const { current } = drawing;
    if (current?.pointerId !== event.pointerId) return;
    drawing.current = null;
    setTrace(null);
    onChange([...strokes, flatStroke(current.trace)]);
  }

  return {
    live: trace === null ? [] : flatStroke(trace),
    handlers: {
      onPointerDown: begin,
      onPointerMove: draw,
      onPointerUp: end,
      // What a rotation or a second hand has cut off stays as far as it was drawn.
      onPointerCancel: end,
      onLostPointerCapture: end,
    },
  };
}

function isSamePlace(a: DOMRect, b: DOMRect): boolean {
  const apart = [a.left - b.left, a.top - b.top, a.width - b.width, a.height - b.height];
  return apart.every((pixels) => Math.abs(pixels) < 1);
}

/** In units of the box, wherever and however large the area is on the screen at this moment. */
function placeIn(svg: SVGSVGElement, { clientX, clientY }: Pick<MouseEvent, 'clientX' | 'clientY'>): Point {
  const { left, top, width, height } = svg.getBoundingClientRect();
  const scale = Math.min(width / signatureBox.width, height / signatureBox.height);
  return insideBox({
    x: (clientX - left - (width - scale * signatureBox.width) / 2) / scale,
    y: (clientY - top - (height - scale * signatureBox.height) / 2) / scale,
  });
}

/** Far beyond any signature; whoever goes on is told so when they hand it in. */
function isFull(strokes: Strokes): boolean {
  const points = strokes.reduce((sum, flat) => sum + flat.length / 2, 0);
  return strokes.length >= signatureLimits.strokes || points >= signatureLimits.points - 10;
}
