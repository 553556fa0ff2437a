import { fail, succeed } from '../../../../src-shared/contract/errors.ts';
import type { ParsedInputOf } from '../../../../src-shared/contract/index.ts';
import type { screenContract } from '../../../../src-shared/contract/screen.ts';
import { fact } from '../../../../src-shared/ledger/entry-types.ts';
import type { Handlers } from '../../handler.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import type { Ids } from '../../ports.ts';
import { readDocument, saveLocal } from '../settings/settings.repo.ts';
import { openScreens, screenIsThere } from './screen.repo.ts';
import type { Screens } from './screens-gate.ts';

type Services = { readonly db: Reader; readonly ids: Ids; readonly screens: Screens };

/** The registry of screens that nobody signs in to, and this PC's serving of them. */
export function screenService({ db, ids, screens }: Services): Handlers<keyof typeof screenContract> {
  return {
    'screen.list': async () => {
      const rooms = (await readDocument(db, 'rooms')) ?? [];
      const nameOf = (code: string | null) =>
        rooms.find(({ roomCode }) => roomCode === code)?.roomName ?? code;
      const open = await openScreens(db);
      return succeed({ screens: open.map((screen) => ({ ...screen, roomName: nameOf(screen.roomCode) })) });
    },

    'screen.add': async (context, input) =>
      context.write(async (work) => {
        const wrong = await wrongFieldOf(work.trx, input);
        if (wrong !== undefined) return fail('invalid_input', [wrong]);
        const screenId = ids.uuid();
        await work.append(fact({ kind: 'screen', id: screenId }, 'screen.added', input));
        return succeed({ screenId });
      }),

    'screen.withdraw': async (context, { screenId }) =>
      context.write(async (work) => {
        const state = await screenIsThere(work.trx, screenId);
        if (state === undefined) return fail('not_found');
        if (state === 'open')
          await work.append(fact({ kind: 'screen', id: screenId }, 'screen.withdrawn', {}));
        return succeed({});
      }),

    'screen.address': async () => {
      const server = await screens.server();
      const listening = screens.listening();
      const port = listening.state === 'listening' ? listening.port : server.port;
      const hosts = screens.hosts(server.host);
      return succeed({
        server,
        state: listening.state,
        trouble: listening.state === 'failed' ? listening.trouble : null,
        hosts: [...hosts],
        bases: hosts.map((host) => `http://${host}:${port}`),
        ownBase: `http://127.0.0.1:${port}`,
      });
    },

    'screen.setServer': async (context, server) =>
      context.write(async (work) => {
        await saveLocal(work.trx, 'screens', server);
        work.touch('settings');
        return succeed({});
      }),
  };
}

/** A door has a room of the branch, no other screen has one; two screens of one name can't be told apart. */
async function wrongFieldOf(db: Reader, { name, kind, roomCode }: ParsedInputOf<'screen.add'>) {
  const rooms = (await readDocument(db, 'rooms')) ?? [];
  if (kind === 'door' && !rooms.some((room) => room.roomCode === roomCode))
    return { path: 'roomCode', message: 'Kapı ekranının odası seçilmeli.' };
  if (kind !== 'door' && roomCode !== null)
    return { path: 'roomCode', message: 'Yalnız kapı ekranının odası olur.' };
  if ((await openScreens(db)).some((screen) => screen.name === name))
    return { path: 'name', message: 'Bu adda bir ekran var; başka bir ad yazın.' };
  return undefined;
}
