import { fail, succeed } from '../../../../src-shared/contract/errors.ts';
import type { switchboardContract } from '../../../../src-shared/contract/switchboard.ts';
import { fact } from '../../../../src-shared/ledger/entry-types.ts';
import { plainDialling } from '../../../../src-shared/rules/dial-link.ts';
import type { Handlers } from '../../handler.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import type { Clock, Ids } from '../../ports.ts';
import { changeDocument, readDocument } from '../settings/settings.repo.ts';
import { today } from '../ticket/ticket-services.ts';
import { importDirectory } from './import-directory.ts';
import { contactById, contactStream, listContacts } from './switchboard.repo.ts';

type Services = { readonly db: Reader; readonly clock: Clock; readonly ids: Ids };
type Methods = Exclude<
  keyof typeof switchboardContract,
  'switchboard.transfers' | 'switchboard.logTransfer' | 'switchboard.withdrawTransfer'
>;

/** Whom the switchboard can reach, and how. */
export function directoryService({ db, clock, ids }: Services): Handlers<Methods> {
  return {
    'switchboard.directory': async () =>
      succeed({
        contacts: [...(await listContacts(db, today(clock)))],
        dialling: (await readDocument(db, 'dialling')) ?? plainDialling,
      }),

    'switchboard.setAvailability': async (context, { contactId, availability, backOn: day, note }) =>
      context.write(async (work) => {
        const backOn = availability === 'out' ? day : null;
        if (backOn !== null && backOn <= today(clock))
          return fail('invalid_input', [{ path: 'backOn', message: 'Dönüş günü bugünden sonra olmalı.' }]);
        if ((await contactById(work.trx, contactId)) === undefined) return fail('not_found');
        await work.append(
          fact(contactStream(contactId), 'contact.availability_set', { availability, backOn, note }),
        );
        return succeed({});
      }),

    'switchboard.saveContact': async (context, { contactId, contact }) =>
      context.write(async (work) => {
        if (contactId !== null && (await contactById(work.trx, contactId)) === undefined)
          return fail('not_found');
        const { backupId } = contact;
        const backup = backupId === null ? undefined : await contactById(work.trx, backupId);
        if (backupId !== null && (backup === undefined || backupId === contactId))
          return fail('invalid_input', [
            { path: 'contact.backupId', message: 'Yedek, rehberdeki başka bir kayıt olmalı.' },
          ]);
        const id = contactId ?? ids.uuid();
        await work.append(fact(contactStream(id), 'contact.recorded', contact));
        return succeed({ contactId: id });
      }),

    'switchboard.removeContact': async (context, { contactId }) =>
      context.write(async (work) => {
        if ((await contactById(work.trx, contactId)) === undefined) return fail('not_found');
        await work.append(fact(contactStream(contactId), 'contact.removed', {}));
        return succeed({});
      }),

    'switchboard.importDirectory': async (context, { csv }) => importDirectory({ clock, ids }, context, csv),

    'switchboard.saveDialling': async (context, dialling) =>
      context.write(async (work) => {
        const change = await changeDocument(work.trx, 'dialling', dialling);
        if (change === undefined) return fail('settings_unreadable');
        await work.append(change);
        return succeed({});
      }),
  };
}
