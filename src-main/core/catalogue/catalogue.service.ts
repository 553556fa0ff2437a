import { succeed } from '../../../src-shared/contract/errors.ts';
import { holidayYearTrouble } from '../../../src-shared/rules/holiday-check.ts';
import { neighbourhoodsOf } from '../../../src-shared/rules/provinces.ts';
import { localDay } from '../../../src-shared/text/format.ts';
import { channelsNow } from '../domains/channels/channels.repo.ts';
import { noticeOn } from '../domains/text/texts.repo.ts';
import type { Handlers } from '../handler.ts';
import type { Reader } from '../ledger/entries.repo.ts';
import type { Clock } from '../ports.ts';
import type { Catalogue } from './catalogue.ts';

type Services = { readonly db: Reader; readonly catalogue: Catalogue; readonly clock: Clock };

export function catalogueService({
  db,
  catalogue,
  clock,
}: Services): Handlers<'catalogue.get' | 'catalogue.neighbourhoods' | 'catalogue.holidayTrouble'> {
  const { topics, teams, provinces, holidays } = catalogue;
  return {
    'catalogue.get': async () => {
      const today = localDay(new Date(clock.now()).toISOString());
      const notice = await noticeOn(db, catalogue, today);
      return succeed({ channels: await channelsNow(db, catalogue), topics, teams, provinces, notice });
    },
    'catalogue.neighbourhoods': async (_context, place) =>
      succeed({ neighbourhoods: [...neighbourhoodsOf(catalogue.neighbourhoods(), place)] }),
    'catalogue.holidayTrouble': async () => {
      const now = new Date(clock.now()).toISOString();
      return succeed({ troubles: [...holidayYearTrouble(holidays, now)] });
    },
  };
}
