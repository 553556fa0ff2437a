import { expect, test } from 'vitest';
import { entryWriter } from '../testing/entries.ts';
import { foldScreen } from './reduce-screen.ts';

const hall = { name: 'Salon', kind: 'display', roomCode: null, tokenHash: 'a'.repeat(64) } as const;
const writer = () => entryWriter({ kind: 'screen', id: 's1' });

test('a screen is there until it is withdrawn, and then for good', () => {
  const one = writer();
  const added = one.write('screen.added', hall);
  expect(foldScreen([added])).toEqual({ ...hall, id: 's1', addedAt: added.at, withdrawnAt: null });
  const withdrawn = one.write('screen.withdrawn', {});
  const again = one.write('screen.added', { ...hall, tokenHash: 'b'.repeat(64) });
  for (const arrived of [
    [added, withdrawn, again],
    [again, withdrawn, added, withdrawn],
  ])
    expect(foldScreen(arrived)).toMatchObject({ tokenHash: hall.tokenHash, withdrawnAt: withdrawn.at });
});

test('without having been added it is no screen, and what is not known is passed over', () => {
  const one = writer();
  expect(foldScreen([one.write('screen.withdrawn', {})])).toBeUndefined();
  const added = one.write('screen.added', hall);
  expect(foldScreen([added, one.unchecked('screen.moved', {})])).toMatchObject({ withdrawnAt: null });
});
