import { beforeEach, describe, expect, it } from 'vitest';
import type { Json } from '../../src-shared/ledger/canonical-json.ts';
import { type EntryType, entryVersion } from '../../src-shared/ledger/entry-types.ts';
import { formatTrackingCode } from '../../src-shared/text/tracking-code.ts';
import { createTestBrowser } from '../testing/browser.ts';
import { createTestCounter, type TestCounter } from '../testing/counter.ts';
import { databaseVarieties } from '../testing/databases.ts';
import { application, closed, registered, routed } from '../testing/facts.ts';
import { createTestClock } from '../testing/gateway.ts';
import { gatewayOfSuite } from '../testing/suite.ts';

const clock = createTestClock();
const trackingCode = 'K7M49QX2ABC';
const dueAt = '2026-03-20T20:59:59.000Z';
const closing = {
  outcomeKind: 'resolved',
  outcome: 'Lambalar değiştirildi.',
  durableMedium: 'sms',
  satisfaction: 'not_asked',
};

describe.each(databaseVarieties())('the tracking page on $name', ({ start }) => {
  const suite = gatewayOfSuite(start, clock);
  let counter: TestCounter;
  let browser: ReturnType<typeof createTestBrowser>;

  beforeEach(() => {
    counter = createTestCounter(clock);
    browser = createTestBrowser(suite.gateway);
  });

  async function pushAll(): Promise<void> {
    expect((await suite.branch.push(counter.log, counter.entries)).status).toBe(200);
  }

  it('tells a consumer where the application stands, and nothing about anyone', async () => {
    const stream = application();
    const fact = registered(stream, { applicationNo: '26-2026-0000077' });
    counter.write(fact);
    await pushAll();
    const code = await codeOf(stream.id);
    const look = async () =>
      (await browser.submit('/takip', { kod: formatTrackingCode(code).toLowerCase() })).body;
    expect(await look()).toContain('Başvurunuz alındı');
    counter.write(routed(stream));
    await pushAll();
    expect(await look()).toContain('Başvurunuz ilgili ekipte');
    counter.write(closed(stream));
    await pushAll();
    const end = await look();
    expect(end).toContain('Başvurunuz sonuçlandı');
    expect(end).toContain('Başvurunuzun gereği yapıldı.');
    for (const personal of ['Gülşen', '0532', 'Işıklar', 'Lambalar', '1234567890', '10000000146'])
      expect(end).not.toContain(personal);
  });

  it('says of each state what it means for the consumer, and what to do where something is awaited', async () => {
    const ends = {
      cancelled_by_applicant: 'Başvurunuz geri çekildi',
      merged_duplicate: 'Başvurunuz öbür başvurunuzla birleştirildi',
      referred_to_supplier: 'Başvurunuz tedarik şirketinize yönlendirildi',
    } as const;
    for (const [outcomeKind, words] of Object.entries(ends)) {
      const { look, write } = await begun();
      await write('application.closed', { ...closing, outcomeKind });
      expect(await look()).toContain(words);
    }
    const { look, write } = await begun();
    await write('applicant.awaited', { missing: 'Gülşen Hanımın tapu fotokopisi', pause: null });
    const awaited = await look();
    expect(awaited).toContain('Sizden bilgi ya da belge bekleniyor');
    expect(awaited).toContain('çözüm noktasına getirin');
    expect(awaited).not.toContain('tapu');
    await write('applicant.supplied', { note: '', dueAt });
    expect(await look()).toContain('Başvurunuz alındı');
    await write('application.closed', closing);
    await write('application.reopened', { reason: 'İtiraz', dueAt, deadlineBasis: 'THY' });
    const reopened = await look();
    expect(reopened).toContain('Başvurunuz yeniden açıldı');
    expect(reopened).toContain('En geç <strong>20.03.2026</strong>');
    expect(reopened).not.toContain('Lambalar');
  });

  it('says in words what is wrong with a code, and does not look up a mistyped one', async () => {
    const mistyped = await browser.submit('/takip', { kod: `${trackingCode}2<` });
    expect(mistyped.status).toBe(422);
    expect(mistyped.body).toContain('yanlış yazılmış');
    expect((await browser.submit('/takip', { kod: ' ' })).body).toContain('Takip kodunuzu yazın.');
    const stream = application();
    counter.write(registered(stream));
    const { trackingCode: unknown } = JSON.parse(JSON.stringify(counter.entries[0]?.payload));
    const notFound = await browser.submit('/takip', { kod: unknown });
    expect(notFound.status).toBe(404);
    expect(notFound.body).toContain('bulunamadı');
  });

  it('puts the code of a link into the form', async () => {
    expect((await browser.get('/takip?kod=K7M4"><b>')).body).toContain('value="K7M4&quot;&gt;&lt;b&gt;"');
    expect((await browser.get('/takip?kod=a&kod=b')).status).toBe(200);
  });

  it('is limited by address', async () => {
    expect(await statusesOf('/takip', 21)).toEqual([...Array(20).fill(422), 429]);
  });

  /** An application, what is written on it next, and what the page then says. */
  async function begun() {
    const stream = application();
    counter.write(registered(stream));
    await pushAll();
    const code = await codeOf(stream.id);
    return {
      look: async () => (await browser.submit('/takip', { kod: code })).body,
      write: async (type: EntryType, payload: Json) => {
        clock.forward(1_000);
        counter.write({ stream, type, version: entryVersion, payload });
        await pushAll();
      },
    };
  }

  async function statusesOf(url: string, times: number): Promise<readonly number[]> {
    const visitor = createTestBrowser(suite.gateway);
    const statuses: number[] = [];
    while (statuses.length < times) statuses.push((await visitor.submit(url)).status);
    return statuses;
  }

  async function codeOf(id: string): Promise<string> {
    const row = await suite.gateway.db
      .selectFrom('applications')
      .select('tracking_code')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    return row.tracking_code;
  }
});
