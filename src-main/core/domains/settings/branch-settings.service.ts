import type { branchSettingsContract } from '../../../../src-shared/contract/branch-settings.ts';
import { type FieldError, fail, type Result, succeed } from '../../../../src-shared/contract/errors.ts';
import type { SettingsDocument } from '../../../../src-shared/contract/settings.ts';
import { type ChannelsFile, channelsSchema } from '../../../../src-shared/rules/channels.ts';
import { shippedOn } from '../../../../src-shared/rules/organisation.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { Context, Handlers } from '../../handler.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import type { Clock } from '../../ports.ts';
import type { Work } from '../../write.ts';
import { openMeetings } from '../meeting/meeting.repo.ts';
import { listUsers } from '../session/users.repo.ts';
import { openTickets } from '../ticket/ticket.repo.ts';
import { today } from '../ticket/ticket-services.ts';
import { categoryErrors, deskErrors, roomErrors } from './branch-settings-errors.ts';
import {
  changeDocument,
  readDocument,
  readLocal,
  type SettingsValue,
  saveLocal,
  unreadableDocuments,
} from './settings.repo.ts';
import { unitErrors } from './unit-errors.ts';

type Services = {
  readonly db: Reader;
  readonly clock: Clock;
  readonly catalogue: Pick<Catalogue, 'teamName' | 'channels' | 'organisations'>;
};

/** The documents that an administrator changes; each is written whole. */
export function branchSettingsService({
  db,
  clock,
  catalogue,
}: Services): Handlers<keyof typeof branchSettingsContract> {
  return {
    'settings.get': async () =>
      succeed({
        categories: (await readDocument(db, 'categories')) ?? null,
        desks: (await readDocument(db, 'desks')) ?? null,
        rooms: (await readDocument(db, 'rooms')) ?? null,
        units: (await unitsOf(db)) ?? null,
        policy: (await readDocument(db, 'policy')) ?? null,
        channels: (await channelsOf(db, catalogue)) ?? null,
        organisation: (await organisationOf(db, catalogue, clock)) ?? null,
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
          units: (await readDocument(trx, 'units')) ?? [],
          open: await openTickets(trx),
          meetings: await openMeetings(trx),
        }),
      ),

    'settings.saveUnits': async (context, { units }) =>
      save(context, 'units', units, async ({ trx }) =>
        unitErrors(units, {
          before: (await readDocument(trx, 'units')) ?? [],
          rooms: (await readDocument(trx, 'rooms')) ?? [],
          meetings: await openMeetings(trx),
          userIds: new Set((await listUsers(trx)).map(({ id }) => id)),
          isTeam: (code) => catalogue.teamName(code) !== undefined,
        }),
      ),

    'settings.saveChannels': async (context, { channels }) => saveChannels(context, catalogue, channels),

    'settings.saveOrganisation': async (context, { organisation }) =>
      save(context, 'organisation', organisation, async () => []),

    'settings.savePolicy': async (context, { policy }) => save(context, 'policy', policy, async () => []),
  };
}

/** None yet in a branch that an older Banko set up; undefined where they can't be read. */
async function unitsOf(db: Reader): Promise<SettingsValue<'units'> | undefined> {
  const units = await readDocument(db, 'units');
  if (units !== undefined) return units;
  return (await unreadableDocuments(db)).includes('units') ? undefined : [];
}

/** Those that were shipped where the branch has changed none; undefined where its own can't be read. */
async function channelsOf(db: Reader, catalogue: Services['catalogue']) {
  const kept = await readDocument(db, 'channels');
  if (kept !== undefined) return kept;
  return (await unreadableDocuments(db)).includes('channels') ? undefined : catalogue.channels;
}

/** What ships where the branch has its own texts not; undefined where they can't be read. */
async function organisationOf(db: Reader, { organisations }: Services['catalogue'], clock: Clock) {
  const kept = await readDocument(db, 'organisation');
  if (kept !== undefined) return kept;
  if ((await unreadableDocuments(db)).includes('organisation')) return undefined;
  return shippedOn(organisations, today(clock)).texts;
}

/** The version that follows whichever is in force: two versions of one number would be two procedures of one name. */
function saveChannels(
  context: Context,
  catalogue: Services['catalogue'],
  channels: ChannelsFile['channels'],
): Promise<Result<Record<string, never>>> {
  const parsed = channelsSchema.safeParse({ version: 1, channels });
  if (!parsed.success)
    return Promise.resolve(
      fail(
        'invalid_input',
        parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })),
      ),
    );
  return context.write(async (work) => {
    const version = ((await channelsOf(work.trx, catalogue))?.version ?? catalogue.channels.version) + 1;
    const change = await changeDocument(work.trx, 'channels', { version, channels });
    if (change === undefined) return fail('settings_unreadable');
    await work.append(change);
    return succeed({});
  });
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
