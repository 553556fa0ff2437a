import type { documentContract } from '../../../../src-shared/contract/document.ts';
import { succeed } from '../../../../src-shared/contract/errors.ts';
import { contactForm } from '../../../../src-shared/paper/contact-form.ts';
import type { Audit } from '../../audit.ts';
import type { Handlers } from '../../handler.ts';
import type { Papers } from '../../ports.ts';
import { applicationFile } from '../application/file.service.ts';
import type { RegisterServices } from '../application/register.service.ts';
import { plainViewerOf, withNumbers } from '../person/viewer.ts';
import { readDocument } from '../settings/settings.repo.ts';

type Services = RegisterServices & { readonly audit: Audit; readonly papers: Papers };

/** A4 documents, drawn from the ledger at the moment of asking. */
export function documentService(services: Services): Handlers<keyof typeof documentContract> {
  const { db, clock, audit, papers } = services;
  return {
    'document.contactForm': async (context, { applicationId }) => {
      const place = (await readDocument(db, 'branch'))?.name ?? '';
      if (applicationId === null)
        return succeed(await drawn('tuketici-iletisim-formu.pdf', contactForm({ place, file: null })));
      const viewer = withNumbers(await plainViewerOf(db, context));
      const now = new Date(clock.now()).toISOString();
      const file = await applicationFile(services, applicationId, viewer, now);
      if (!file.ok) return file;
      await audit.viewed(context, {
        subjectKind: 'application',
        subjectIds: [applicationId],
        method: 'document.contactForm',
      });
      const name = `tuketici-iletisim-formu-${file.value.applicationNo}.pdf`;
      return succeed(await drawn(name, contactForm({ place, file: file.value })));
    },
  };

  async function drawn(name: string, paper: Parameters<Papers['pdf']>[0]) {
    return { name, base64: Buffer.from(await papers.pdf(paper)).toString('base64') };
  }
}
