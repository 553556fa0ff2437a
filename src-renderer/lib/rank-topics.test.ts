import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Topic, topicsSchema } from '../../src-shared/rules/catalogue.ts';
import { rankTopics } from './rank-topics.ts';

const shipped: readonly Topic[] = topicsSchema.parse(
  JSON.parse(readFileSync(new URL('../../assets/topics.json', import.meta.url), 'utf8')),
).topics;

function codesFor(query: string): readonly string[] {
  return rankTopics(shipped, query).map((topic) => topic.code);
}

describe('choosing a topic by typing', () => {
  it('offers everything in the catalogue’s order while nothing is typed', () => {
    expect(codesFor('  ')).toEqual(shipped.filter((topic) => !topic.retiredAt).map((topic) => topic.code));
  });

  it('never offers a retired topic, whatever is typed', () => {
    const retired = shipped.filter((topic) => topic.retiredAt !== undefined);
    expect(retired.map((topic) => topic.code)).toContain('prepaid_meter');
    for (const topic of retired) expect(codesFor(topic.label)).not.toContain(topic.code);
  });

  it('finds a topic without its Turkish letters, in capitals and in part', () => {
    expect(codesFor('AGAC')[0]).toBe('tree_trimming');
    expect(codesFor('sokak ayd')[0]).toBe('street_lighting');
    expect(codesFor('IHBAR')).toContain('illegal_use_report');
  });

  it('puts a topic whose label begins with the word before those that only mention it', () => {
    const codes = codesFor('sık');
    expect(codes[0]).toBe('outage_frequent');
  });

  it('finds a topic by a keyword that its label does not hold', () => {
    expect(codesFor('cereyan')).toContain('outage_fault');
  });

  it('finds the stem under a Turkish ending', () => {
    expect(codesFor('kesintisinden')).toContain('outage_fault');
  });

  it('wants every typed word, and finds nothing for what no topic holds', () => {
    expect(codesFor('kesinti tazminat')[0]).toBe('outage_compensation');
    expect(codesFor('kesinti zxq')).toEqual([]);
  });
});
