import { expect, it } from 'vitest';
import { markupOf } from '../html.ts';
import { code128Svg } from './bar-code.ts';

/** Bars and spaces in modules, code set B (ISO/IEC 15417): start, 'A' and '2', the check character, stop. */
const [startB, letterA, digit2, stop] = ['211214', '111323', '223211', '2331112'];
/** (104 + 1·33 + 2·18) mod 103 = 70. */
const check70 = '112412';

it('draws Code 128 in whole modules, with ten of white on either side', () => {
  const svg = markupOf(code128Svg('K7M49QX2ABCD', 'Takip kodu'));
  expect(svg).toContain('viewBox="-10 0 187 ');
  expect(svg).toContain('aria-label="Takip kodu"');
  expect(modulesOf(svg)).toHaveLength(167);
});

it('draws what the standard says for a short text', () => {
  const widths = widthsOf(modulesOf(markupOf(code128Svg('A2', 'x'))));
  expect(widths.join('')).toBe(startB + letterA + digit2 + check70 + stop);
});

/** A module for each unit of the drawing, true where it is black. */
function modulesOf(svg: string): readonly boolean[] {
  const black = new Set<number>();
  for (const [, width = '', lines = ''] of svg.matchAll(/stroke-width="(\d+)" d="([^"]+)"/g)) {
    for (const [, middle = ''] of lines.matchAll(/M([\d.]+) /g)) {
      const from = Number(middle) - Number(width) / 2;
      expect(Number.isInteger(from)).toBe(true);
      for (let module = 0; module < Number(width); module += 1) black.add(from + module);
    }
  }
  return Array.from({ length: Math.max(...black) + 1 }, (_, module) => black.has(module));
}

function widthsOf(modules: readonly boolean[]): readonly number[] {
  const widths: number[] = [];
  modules.forEach((isBlack, index) => {
    if (index > 0 && modules[index - 1] === isBlack) widths[widths.length - 1] = (widths.at(-1) ?? 0) + 1;
    else widths.push(1);
  });
  return widths;
}
