import { expect, test } from 'vitest';
import type { Entry } from '../../../src-shared/ledger/entry.ts';
import { createTestClock } from '../../testing/test-clock.ts';
import { createAnnouncer } from './announcer.ts';
import type { HubPush } from './messages.ts';

function openAnnouncer() {
  const clock = createTestClock();
  const heard = new Map<string, HubPush[]>();
  const pcs = ['a', 'b', 'c'];
  const announcer = createAnnouncer({
    clock,
    connected: () => pcs,
    tell: (to, message) => {
      for (const pc of to) heard.set(pc, [...(heard.get(pc) ?? []), message]);
    },
  });
  let position = 0;
  return {
    ...{ clock, announcer },
    heardBy: (pc: string) => (heard.get(pc) ?? []).map(outline),
    commit: (...ids: readonly string[]) => {
      const after = `${position}`;
      position += 1;
      announcer.announce({ after, next: `${position}`, entries: ids.map(entry) });
    },
  };
}

function entry(id: string): Entry {
  return {
    ...{ id, log: 'log', seq: 1, stream: { kind: 'ticket', id }, type: 'ticket.called', version: 1 },
    ...{ recordedAt: '', at: '', actor: 'user', payload: null, salt: null },
    ...{ payloadDigest: '', prevHash: '', hash: '' },
  };
}

function outline(push: HubPush): string {
  if (push.kind !== 'entries') return push.kind;
  return `${push.after}–${push.next} ${push.entries.map(({ id }) => id).join(' ')}`;
}

test('commits of one moment are told in one message', () => {
  const { clock, commit, heardBy } = openAnnouncer();
  commit('x');
  commit('y', 'z');
  expect(heardBy('a')).toEqual([]);
  clock.advance(50);
  commit('later');
  clock.advance(50);
  expect(heardBy('a')).toEqual(['0–2 x y z', '2–3 later']);
});

test('a PC that is told at once hears nothing twice, and everybody hears all in order', () => {
  const { clock, commit, heardBy, announcer } = openAnnouncer();
  commit('x');
  announcer.tellNow('b');
  announcer.tellNow('b');
  commit('y');
  announcer.tellNow('c');
  commit('z');
  clock.advance(50);
  expect(heardBy('a')).toEqual(['0–3 x y z']);
  expect(heardBy('b')).toEqual(['0–1 x', '1–3 y z']);
  expect(heardBy('c')).toEqual(['0–2 x y', '2–3 z']);
});

test('what is told at the end is not told again by the clock', () => {
  const { clock, commit, heardBy, announcer } = openAnnouncer();
  commit('x');
  announcer.flush();
  clock.advance(1_000);
  expect(heardBy('a')).toEqual(['0–1 x']);
});

test('more than a message holds is left to the feed', () => {
  const { clock, commit, heardBy } = openAnnouncer();
  commit(...Array.from({ length: 501 }, (_, no) => `${no}`));
  clock.advance(50);
  expect(heardBy('a')).toEqual(['more']);
});
