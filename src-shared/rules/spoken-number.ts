import type { Clip } from './voice-clips.ts';

/** The highest number that there are clips for; a label's number stays far below (see `laneSize`). */
export const highestSpoken = 999_999_999;

/**
 * A whole number from 0 to `highestSpoken` as it is said in Turkish: no "bir" before "yüz" and "bin", but before
 * "milyon". Ends with a clip that is spoken as the end of a phrase.
 */
export function spokenNumber(number: number): readonly Clip[] {
  if (!Number.isInteger(number) || number < 0 || number > highestSpoken)
    throw new RangeError(`Not a number that is spoken: ${number}`);
  if (number === 0) return ['number/0'];
  const millions = Math.floor(number / 1_000_000);
  const thousands = Math.floor(number / 1_000) % 1_000;
  const rest = number % 1_000;
  const belowMillion = number % 1_000_000;
  return [
    ...(millions === 0 ? [] : [...belowThousand(millions), unit('million', belowMillion === 0)]),
    ...(thousands === 0
      ? []
      : [...(thousands === 1 ? [] : belowThousand(thousands)), unit('thousand', rest === 0)]),
    ...(rest === 0 ? [] : belowThousand(rest)),
  ];
}

function belowThousand(number: number): readonly Clip[] {
  const hundreds = Math.floor(number / 100);
  const rest = number % 100;
  if (hundreds === 0) return [`number/${rest}`];
  return rest === 0 ? [`hundreds/${hundreds}/end`] : [`hundreds/${hundreds}`, `number/${rest}`];
}

function unit(name: 'thousand' | 'million', isLast: boolean): Clip {
  return isLast ? `${name}/end` : name;
}
