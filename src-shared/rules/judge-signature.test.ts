import { expect, it } from 'vitest';
import { cursive, drawn, loops, noSignatureShapes, signatureShapes, zigzag } from '../testing/signatures.ts';
import { signatureBox } from './flat-signature.ts';
import { judgeSignature } from './judge-signature.ts';

const judged = (shapes: Record<string, Parameters<typeof drawn>[0]>) =>
  Object.fromEntries(Object.entries(shapes).map(([name, shape]) => [name, judgeSignature(drawn(shape))]));

it('takes whatever somebody can mean as a signature: a name, initials, a cross, a line, small letters', () => {
  const taken = Object.keys(signatureShapes).map((name) => [name, 'ok']);
  expect(judged(signatureShapes)).toEqual(Object.fromEntries(taken));
});

it('refuses a touch, dots and what is plainly scratching, each by its name', () => {
  expect(judged(noSignatureShapes)).toEqual({
    touch: 'dot',
    dots: 'dot',
    scratchedFull: 'scribble',
    toAndFro: 'scribble',
    scratchedSpot: 'scribble',
    roundAndRound: 'scribble',
  });
});

it('takes nothing for empty', () => {
  expect(judgeSignature({ ...signatureBox, strokes: [] })).toBe('empty');
});

it('lets pass what lies between: a few circles, some long strokes to and fro, a wide wave', () => {
  const between = {
    circles: loops(120, 5),
    toAndFro: zigzag(100, 60, 500, 280, 8),
    wave: cursive(900, 200, 12),
  };
  expect(judged(between)).toEqual({ circles: 'ok', toAndFro: 'ok', wave: 'ok' });
});
