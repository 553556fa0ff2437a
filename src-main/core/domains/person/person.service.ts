import { fail, type Result, succeed } from '../../../../src-shared/contract/errors.ts';
import type { personContract } from '../../../../src-shared/contract/person.ts';
import { fact } from '../../../../src-shared/ledger/entry-types.ts';
import { foldApplication } from '../../../../src-shared/ledger/reduce-application.ts';
import { isInformant } from '../../../../src-shared/rules/application-facts.ts';
import { type Context, type Handlers, userOf } from '../../handler.ts';
import { entriesOfStream, type Reader } from '../../ledger/entries.repo.ts';
import { consumerAtDesk } from '../consumer/consumer-at-desk.ts';
import type { Reveals, Subject } from './reveals.ts';
import { plainViewerOf } from './viewer.ts';

type Services = { readonly db: Reader; readonly reveals: Reveals };

export function personService({ db, reveals }: Services): Handlers<keyof typeof personContract> {
  return {
    'person.reveal': async (context, { subject, fields, reason, words }) => {
      const known = await isKnown(db, context, subject);
      if (!known.ok) return known;
      const revealed = await context.write(async (work) => {
        const said = { subjectKind: subject.kind, subjectId: subject.id, fields, reason, words };
        await work.append(fact({ kind: 'audit', id: userOf(context).id }, 'audit.revealed', said));
        return succeed({ until: reveals.end() });
      });
      // Only after the commit: what is not on record shows nothing. A repeat has the end of the first time.
      if (revealed.ok) reveals.opened(context, subject, fields, revealed.value.until);
      return revealed;
    },
    'person.mask': async (context, { subject }) => {
      reveals.closed(context, subject);
      return succeed({});
    },
  };
}

async function isKnown(db: Reader, context: Context, { kind, id }: Subject): Promise<Result<null>> {
  if (kind === 'consumer')
    return (await consumerAtDesk(db, id)) === undefined ? fail('not_found') : succeed(null);
  const state = foldApplication(await entriesOfStream(db, { kind, id }));
  if (state === undefined) return fail('not_found');
  const { mayKnowInformants } = await plainViewerOf(db, context);
  return isInformant(state) && !mayKnowInformants ? fail('informant_hidden') : succeed(null);
}
