import { fail, succeed } from '../../../../src-shared/contract/errors.ts';
import type { organisationContract } from '../../../../src-shared/contract/organisation.ts';
import type { Logo } from '../../../../src-shared/rules/logo.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { Handlers } from '../../handler.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import type { Clock, Papers } from '../../ports.ts';
import { senderNow } from '../document/sender.ts';
import { changeDocument, readDocument } from '../settings/settings.repo.ts';
import { imageRefusal } from './check-image.ts';
import { sampleLetter } from './sample-letter.ts';

type Services = {
  readonly db: Reader;
  readonly catalogue: Pick<Catalogue, 'organisations'>;
  readonly clock: Clock;
  readonly papers: Papers;
};

/** What the company's papers look like. */
export function organisationService(services: Services): Handlers<keyof typeof organisationContract> {
  const { db, clock, papers } = services;
  const nowIso = () => new Date(clock.now()).toISOString();

  async function drawingRefusal(logo: Logo): Promise<string | undefined> {
    const sender = await senderNow(services, nowIso());
    try {
      await papers.pdf(sampleLetter({ ...sender, logo }, nowIso()));
      return undefined;
    } catch {
      return 'Bu logo kâğıda çizilemiyor. Yollarını sadeleştirin ya da PNG seçin.';
    }
  }

  return {
    'organisation.logo': async () => {
      const { logo } = await senderNow(services, nowIso());
      return succeed({ logo, isOwn: ((await readDocument(db, 'logo'))?.logo ?? null) !== null });
    },

    'organisation.saveLogo': async (context, { logo }) => {
      const message =
        logo === null
          ? undefined
          : ((logo.kind === 'image' ? imageRefusal(logo) : undefined) ?? (await drawingRefusal(logo)));
      if (message !== undefined) return fail('invalid_input', [{ path: 'logo', message }]);
      return context.write(async (work) => {
        const change = await changeDocument(work.trx, 'logo', { logo });
        if (change === undefined) return fail('settings_unreadable');
        await work.append(change);
        return succeed({});
      });
    },

    'organisation.preview': async (_context, { organisation }) => {
      const sender = await senderNow(services, nowIso());
      const pdf = await papers.pdf(sampleLetter({ ...sender, organisation }, nowIso()));
      return succeed({ base64: Buffer.from(pdf).toString('base64') });
    },
  };
}
