import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from './canonical-json.ts';

test('keys stand in code-unit order at every depth, without white space', () => {
  expect(canonicalJson({ b: [{ z: 1, a: null }], ğ: true, a: 'x', Z: -0 })).toBe(
    '{"Z":0,"a":"x","b":[{"a":null,"z":1}],"ğ":true}',
  );
});

test('a member that is undefined is absent', () => {
  expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
});

test('any JSON value reads back as itself, and its spelling does not depend on the order of its keys', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(canonicalJson(withKeysReversed(value))).toBe(text);
      expect(canonicalJson(JSON.parse(text))).toBe(text);
    }),
  );
});

test.each([Number.NaN, Number.POSITIVE_INFINITY, () => 1, 1n, Symbol('x'), undefined])(
  'what JSON cannot hold is a bug and throws: %s',
  (value) => {
    expect(() => canonicalJson([value])).toThrow(TypeError);
  },
);

function withKeysReversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withKeysReversed);
  if (typeof value !== 'object' || value === null) return value;
  const reversed = Object.entries(value)
    .reverse()
    .map(([key, member]) => [key, withKeysReversed(member)]);
  return Object.fromEntries(reversed);
}
