import { succeed } from '../../../src-shared/contract/errors.ts';
import { holidayYearTrouble } from '../../../src-shared/rules/holiday-check.ts';
import type { Handlers } from '../handler.ts';
import type { Clock } from '../ports.ts';
import type { Catalogue } from './catalogue.ts';

export function catalogueService(
  { topics, teams, provinces, notice, holidays }: Catalogue,
  clock: Clock,
): Handlers<'catalogue.get' | 'catalogue.holidayTrouble'> {
  return {
    'catalogue.get': async () => succeed({ topics, teams, provinces, notice }),
    'catalogue.holidayTrouble': async () => {
      const now = new Date(clock.now()).toISOString();
      return succeed({ troubles: [...holidayYearTrouble(holidays, now)] });
    },
  };
}
