import type { branchSettingsContract } from '../../../../src-shared/contract/branch-settings.ts';
import { type FieldError, fail, type Result, succeed } from '../../../../src-shared/contract/errors.ts';
import type { SettingsDocument } from '../../../../src-shared/contract/settings.ts';
import type { Context, Handlers } from '../../handler.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import type { Work } from '../../write.ts';
import { openTickets } from '../ticket/ticket.repo.ts';
import { categoryErrors, deskErrors, roomErrors } from './branch-settings-errors.ts';
import { changeDocument, readDocument, readLocal, type SettingsValue, saveLocal } from './settings.repo.ts';

type Services = { readonly db: Reader };

/** The documents that an administrator changes; each is written whole. */
export function branchSettingsService({ db }: Services): Handlers<keyof typeof branchSettingsContract> {
  return {
    'settings.get': async () =>
      succeed({
        categories: (await readDocument(db, 'categories')) ?? null,
        desks: (await readDocument(db, 'desks')) ?? null,
        rooms: (await readDocument(db, 'rooms')) ?? null,
        policy: (await readDocument(db, 'policy')) ?? null,
      }),

    'settings.saveCategories': async (context, { categories }) =>
      save(context, 'categories', categories, async ({ trx }) =>
        categoryErrors(categories, {
          before: (await readDocument(trx, 'categories')) ?? [],
          desks: (await readDocument(trx, 'desks')) ?? [],
          open: await openTickets(trx),
        }),
      ),

    'settings.saveDesks': async (context, { desks }) =>
      save(
        context,
        'desks',
        desks,
        async ({ trx }) =>
          deskErrors(desks, {
            before: (await readDocument(trx, 'desks')) ?? [],
            categories: (await readDocument(trx, 'categories')) ?? [],
            open: await openTickets(trx),
            ownDeskCode: (await readLocal(trx, 'workstation'))?.desk.deskCode,
          }),
        (work) => renameOwnDesk(work, desks),
      ),

    'settings.saveRooms': async (context, { rooms }) =>
      save(context, 'rooms', rooms, async ({ trx }) =>
        roomErrors(rooms, {
          before: (await readDocument(trx, 'rooms')) ?? [],
          open: await openTickets(trx),
        }),
      ),

    'settings.savePolicy': async (context, { policy }) => save(context, 'policy', policy, async () => []),
  };
}

function save<D extends SettingsDocument>(
  context: Context,
  document: D,
  value: SettingsValue<D>,
  errorsOf: (work: Work) => Promise<readonly FieldError[]>,
  alongside: (work: Work) => Promise<void> = async () => {},
): Promise<Result<Record<string, never>>> {
  return context.write(async (work) => {
    const errors = await errorsOf(work);
    if (errors.length > 0) return fail('invalid_input', errors);
    const change = await changeDocument(work.trx, document, value);
    if (change === undefined) return fail('settings_unreadable');
    await work.append(change);
    await alongside(work);
    return succeed({});
  });
}

/** This workstation keeps the name of its desk beside the code. */
async function renameOwnDesk({ trx }: Work, desks: SettingsValue<'desks'>): Promise<void> {
  const workstation = await readLocal(trx, 'workstation');
  const desk = desks.find(({ deskCode }) => deskCode === workstation?.desk.deskCode);
  if (workstation !== undefined && desk !== undefined)
    await saveLocal(trx, 'workstation', { ...workstation, desk });
}
