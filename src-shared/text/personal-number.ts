import { isTckn } from './identity-number.ts';
import { parsePhone } from './phone.ts';

/** Digits that stand together as people write telephone and identity numbers. */
const digitRuns = /\+?\d[\d\s().-]*\d/g;

/** Whether a note holds what points to a person: a telephone or an identity number. Extensions are too short. */
export function holdsPersonalNumber(text: string): boolean {
  return (text.match(digitRuns) ?? []).some(
    (run) => isTckn(run.replace(/\D/g, '')) || parsePhone(run) !== undefined,
  );
}
