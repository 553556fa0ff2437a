import { describe, expect, it } from 'vitest';
import { emptyDraft } from './draft.ts';
import { emptySheet } from './draft-store.ts';
import { bodyOf, sheetsOf } from './kept-drafts.ts';

const half = { ...emptySheet, draft: { ...emptyDraft, name: 'Ayşe Işık' } };

describe('the forms that the store keeps', () => {
  it('are those of the clerk, with something in them', () => {
    const body = bodyOf({ 'u1/t1': half, 'u1/no-ticket': emptySheet, 'u2/t1': half }, 'u1');
    expect(sheetsOf(body, 'u1')).toEqual({ 'u1/t1': half });
  });

  it('are none where nothing is written', () => {
    expect(bodyOf({ 'u1/no-ticket': emptySheet }, 'u1')).toBe('');
    expect(sheetsOf(null, 'u1')).toEqual({});
  });

  it('hold a save that was not answered, so that it is repeated under its own name', () => {
    const sent = { ...half, intent: { commandId: 'c1', isChanged: false } };
    expect(sheetsOf(bodyOf({ 'u1/t1': sent }, 'u1'), 'u1')['u1/t1']?.intent).toEqual(sent.intent);
  });

  it('of another version of the form are left alone', () => {
    expect(sheetsOf(JSON.stringify({ version: 1, sheets: { 'u1/t1': half } }), 'u1')).toEqual({});
  });
});
