import { describe, expect, it } from 'vitest';
import type { ApplicationFile } from '../../../src-shared/contract/application-file.ts';
import { allowedActions, nextAction } from './next-action.ts';

type Needed = Pick<ApplicationFile, 'can' | 'status' | 'closingGaps'>;

const nothing = {
  route: false,
  call: false,
  close: false,
  await: false,
  supply: false,
  reopen: false,
  amend: false,
  link: false,
  settle: false,
};
const everything = { ...nothing, route: true, call: true, close: true };
const callGap = { code: 'call', sentence: 'Arayın.' } as const;

function fileIn(status: Needed['status'], more: Partial<Needed> = {}): Needed {
  return { can: everything, status, closingGaps: [callGap], ...more };
}

describe('the action that opens by itself', () => {
  it('follows the state of the file', () => {
    expect(nextAction(fileIn('registered'))).toBe('route');
    expect(nextAction(fileIn('returned_to_router'))).toBe('route');
    expect(nextAction(fileIn('in_progress_at_team'))).toBe('call');
    expect(nextAction(fileIn('answered_by_team'))).toBe('call');
    expect(nextAction(fileIn('contacting_customer', { closingGaps: [] }))).toBe('close');
  });

  it('is closing for a retail topic, which no team can be given', () => {
    expect(nextAction(fileIn('registered', { can: { ...everything, route: false } }))).toBe('close');
  });

  it('is none where the file allows none', () => {
    const file = fileIn('closed', { can: nothing });
    expect(allowedActions(file)).toEqual([]);
    expect(nextAction(file)).toBeUndefined();
  });
});
