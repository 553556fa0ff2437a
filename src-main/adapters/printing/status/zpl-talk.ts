import { type Condition, conditions, type PrinterTalk } from './printer-talk.ts';

const [stx, etx] = ['\u0002', '\u0003'];

/** Zebra's host status: three lines between STX and ETX, whose flags stand at fixed places. */
export const zplTalk: PrinterTalk = {
  question: new TextEncoder().encode('~HS'),
  read: (answer) => {
    const [first, second] = new TextDecoder('latin1')
      .decode(answer)
      .split(stx)
      .slice(1)
      .flatMap((line) => (line.includes(etx) ? [line.split(etx)[0]?.split(',') ?? []] : []));
    return first === undefined || second === undefined ? undefined : judge(first, second);
  },
  last: null,
};

function judge(first: readonly string[], second: readonly string[]): Condition {
  const [, paperOut, paused] = first;
  const [, , headUp, ribbonOut] = second;
  const trouble =
    headUp === '1'
      ? conditions.coverOpen
      : paperOut === '1'
        ? conditions.paperOut
        : ribbonOut === '1'
          ? conditions.ribbonOut
          : paused === '1'
            ? conditions.paused
            : null;
  return { trouble, note: '' };
}
