import { expect, test } from 'vitest';
import { entryWriter } from '../testing/entries.ts';
import { foldHelp } from './reduce-help.ts';

const desk = { deskCode: 'B1', deskName: 'Banko 1' };
const second = { deskCode: 'B2', deskName: 'Banko 2' };
const third = { deskCode: 'B3', deskName: 'Banko 3' };
const writer = () => entryWriter({ kind: 'help', id: 'h1' });

const standing = {
  id: 'h1',
  status: 'standing',
  desk,
  calledAt: '2026-03-10T07:00:01.000Z',
  answeredBy: null,
  endedAt: null,
};

test('a call for help stands until it is answered or taken back', () => {
  const one = writer();
  const call = one.write('help.called', desk);
  expect(foldHelp([call])).toEqual(standing);
  const answer = one.write('help.answered', second);
  expect(foldHelp([call, answer])).toEqual({
    ...standing,
    status: 'answered',
    answeredBy: second,
    endedAt: answer.at,
  });
  const other = writer();
  const takenBack = [other.write('help.called', desk), other.write('help.taken_back', {})];
  expect(foldHelp(takenBack)).toMatchObject({ status: 'taken_back', answeredBy: null });
});

test('of what ended it the first by order stands, in whatever order and however often it arrived', () => {
  const one = writer();
  const call = one.write('help.called', desk);
  const first = one.write('help.answered', second);
  const entries = [call, first, one.write('help.answered', third), one.write('help.taken_back', {})];
  for (const arrived of [entries, entries.toReversed(), [...entries, call, first]])
    expect(foldHelp(arrived)).toMatchObject({ status: 'answered', answeredBy: second, endedAt: first.at });
});

test('without the call there is none, and what is not known is passed over', () => {
  const one = writer();
  const answer = one.write('help.answered', second);
  expect(foldHelp([answer])).toBeUndefined();
  const call = one.write('help.called', desk);
  expect(foldHelp([call, one.unchecked('help.escalated', {})])).toMatchObject({ status: 'standing' });
});
