import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Entry } from '../../../src-shared/ledger/entry.ts';
import type { PayloadOf } from '../../../src-shared/ledger/entry-types.ts';
import { entryWriter } from '../../../src-shared/testing/entries.ts';
import { migrate } from '../db/migrate.ts';
import { closeStore, type OpenStore, openStore } from '../db/open.ts';
import { insertEntry } from '../ledger/entries.repo.ts';
import { project, rebuildProjections } from './project.ts';

let folder: string;
let store: OpenStore;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'banko-test-'));
  store = openStore(join(folder, 'banko.db'), new Uint8Array(32).fill(7));
  await migrate(store, async () => {});
});
afterEach(async () => {
  await closeStore(store);
  await rm(folder, { recursive: true });
});

const desk = { deskCode: 'B1', deskName: 'Banko 1' };

function opening(ticketId: string, roomCode: string): PayloadOf<'meeting.opened'> {
  return {
    ...{ ticketId, ticketLabel: ticketId, unitCode: 'BAGLANTI', unitName: 'Bağlantı Müdürlüğü' },
    ...{ room: { roomCode, roomName: roomCode }, mode: 'in_person', applicationId: null, from: desk },
    ...{ topicCode: 'other', subject: 'Diğer', back: { kind: 'desk', code: 'B1', name: 'Banko 1' } },
  };
}

let written = 0;

/** The entries of one meeting as another PC wrote them, so many seconds into the morning. */
function meeting(id: string, second: number, payload: PayloadOf<'meeting.opened'>, isEnded = false): Entry[] {
  const writer = entryWriter({ kind: 'meeting', id });
  const entries = [writer.write('meeting.opened', payload)];
  if (isEnded) entries.push(writer.write('meeting.ended', { result: 'Tamam.', isInformed: true }));
  return entries.map((entry, index) => {
    written += 1;
    const stamp = entry.recordedAt.replace(/^\d+/, (millis) =>
      String(Number(millis) + (second + index) * 1_000).padStart(millis.length, '0'),
    );
    return { ...entry, id: `${id}-${index}`, seq: written, recordedAt: stamp };
  });
}

async function take(...entries: readonly Entry[]) {
  await store.db.transaction().execute(async (trx) => {
    for (const entry of entries) await insertEntry(trx, entry);
    for (const entry of entries) await project(trx, entry.stream);
  });
}

function conflicts() {
  const rows = store.raw
    .prepare('select id, status, has_room_conflict, has_ticket_conflict from meetings order by id')
    .raw()
    .all();
  return rows;
}

const early = () => meeting('early', 1, opening('A101', 'G1'));
const late = () => meeting('late', 2, opening('A102', 'G1'));

test.each([
  ['first', () => [...early(), ...late()]],
  ['last', () => [...late(), ...early()]],
])(
  'of two meetings in one room both are kept and the earlier has it, also where it came %s',
  async (_, entries) => {
    await take(...entries());
    expect(conflicts()).toEqual([
      ['early', 'held', 0, 0],
      ['late', 'held', 1, 0],
    ]);
    await store.db.transaction().execute(rebuildProjections);
    expect(conflicts()).toEqual([
      ['early', 'held', 0, 0],
      ['late', 'held', 1, 0],
    ]);
  },
);

test('when the earlier meeting ends, the room is the later one’s', async () => {
  await take(...late(), ...early());
  await take(...meeting('early', 1, opening('A101', 'G1'), true).slice(1));
  expect(conflicts()).toEqual([
    ['early', 'ended', 0, 0],
    ['late', 'held', 0, 0],
  ]);
});

test('of two meetings with one visitor the later is the conflict, in whatever rooms they are', async () => {
  await take(...meeting('late', 2, opening('A101', 'G2')), ...early());
  expect(conflicts()).toEqual([
    ['early', 'held', 0, 0],
    ['late', 'held', 0, 1],
  ]);
});

test('whatever a call does, a room never has two open meetings, nor a visitor', async () => {
  await take(...early(), ...meeting('other', 3, opening('A102', 'G2')));
  const set = (column: string, value: string) =>
    store.raw.prepare(`update meetings set ${column} = ? where id = 'other'`).run(value);
  expect(() => set('room_code', 'G1')).toThrow(/UNIQUE/);
  expect(() => set('ticket_id', 'A101')).toThrow(/UNIQUE/);
});
