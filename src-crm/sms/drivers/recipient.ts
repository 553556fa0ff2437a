import type { SendOutcome } from '../driver.ts';
import { refused } from './plain-outcomes.ts';

/** '5XXXXXXXXX' of a Turkish mobile number in E.164; undefined for any other, which no provider here takes. */
export function nationalMobile(to: string): string | undefined {
  return /^\+90(5\d{9})$/.exec(to)?.[1];
}

export const wrongNumber: SendOutcome = refused('Numara SMS alabilen bir cep telefonu numarası değil');
