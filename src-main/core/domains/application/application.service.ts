import type { applicationContract } from '../../../../src-shared/contract/application.ts';
import { mayReadList, workLists } from '../../../../src-shared/contract/application.ts';
import { fail, succeed } from '../../../../src-shared/contract/errors.ts';
import type { OutputOf } from '../../../../src-shared/contract/index.ts';
import type { Audit } from '../../audit.ts';
import { type Context, type Handlers, userOf } from '../../handler.ts';
import { firstAnswer } from '../../write.ts';
import type { Reveals } from '../person/reveals.ts';
import { viewerOf } from '../person/viewer.ts';
import { requestPrint } from '../print/request-print.ts';
import { amend, settleConflict } from './amend.service.ts';
import { applicationRowOf, countList, listApplications } from './application.repo.ts';
import { close, reopen } from './close.service.ts';
import { applicationFile } from './file.service.ts';
import { findDuplicates, link, unlink } from './link.service.ts';
import { previewClosingSms } from './preview-sms.ts';
import { type RegisterServices, register } from './register.service.ts';
import { awaitApplicant, receiveSupply, recordCall, route } from './work.service.ts';

type Method = keyof typeof applicationContract;

export function applicationService(
  services: RegisterServices & { readonly audit: Audit; readonly reveals: Reveals },
): Handlers<Method> {
  const { db, clock, ids, catalogue, audit, reveals } = services;
  const nowIso = () => new Date(clock.now()).toISOString();
  return {
    'application.register': (context, input) => register(services, context, input),
    'application.findRegistration': async (context, { commandId }) => {
      const receipt = { commandId, method: 'application.register', userId: userOf(context).id };
      const first = await firstAnswer<OutputOf<'application.register'>>(db, receipt);
      if (first?.ok === false) return first;
      return succeed({ registered: first?.value ?? null });
    },
    'application.route': (context, input) => route(services, context, input),
    'application.recordCall': (context, input) => recordCall(services, context, input),
    'application.awaitApplicant': (context, input) => awaitApplicant(services, context, input),
    'application.receiveSupply': (context, input) => receiveSupply(services, context, input),
    'application.amend': (context, input) => amend(services, context, input),
    'application.settleConflict': settleConflict,
    'application.link': link,
    'application.unlink': unlink,
    'application.findDuplicates': (_context, input) => findDuplicates(services, input),
    'application.close': (context, input) => close(services, context, input),
    'application.previewClosingSms': (context, input) => previewClosingSms(services, context, input),
    'application.reopen': (context, input) => reopen(services, context, input),

    'application.get': async (context, { applicationId }) => {
      const subject = { kind: 'application', id: applicationId } as const;
      const viewer = await viewerOf(db, context, reveals, subject);
      const revealed = reveals.of(context, subject);
      const file = await applicationFile(services, applicationId, viewer, nowIso(), revealed);
      if (file.ok)
        await audit.viewed(context, {
          subjectKind: 'application',
          subjectIds: [applicationId],
          method: 'application.get',
        });
      return file;
    },

    'application.list': async (context, asked) => {
      if (!mayReadList(asked.list, userOf(context).role)) return fail('forbidden');
      const now = nowIso();
      const page = await listApplications(db, asked, now);
      return succeed({
        rows: page.rows.map((record) => applicationRowOf(record, catalogue, now)),
        total: page.total,
      });
    },

    'application.counts': async (context) => {
      const now = nowIso();
      const counts = [];
      const { role } = userOf(context);
      for (const list of workLists.filter((one) => mayReadList(one, role)))
        counts.push({ list, count: await countList(db, list, now) });
      return succeed({ counts });
    },

    'application.printReceipt': async (context, { applicationId }) =>
      printed(context, applicationId, 'application_receipt'),
    'application.printLabel': async (context, { applicationId }) =>
      printed(context, applicationId, 'application_label'),
  };

  function printed(
    context: Context,
    applicationId: string,
    document: 'application_receipt' | 'application_label',
  ) {
    return context.write(async (work) => {
      const known = await work.trx
        .selectFrom('applications')
        .select('id')
        .where('id', '=', applicationId)
        .executeTakeFirst();
      if (known === undefined) return fail('not_found');
      const stream = { kind: 'application', id: applicationId };
      return succeed({ printJobId: await requestPrint(work, ids, stream, document, context) });
    });
  }
}
