import process from 'node:process';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type OpenDatabase, openDatabase } from '../../../db/open.ts';
import { type DatabaseServer, databaseVarieties } from '../../../testing/databases.ts';
import { createTestClock } from '../../../testing/gateway.ts';
import { hasPerlSmpp, type PerlSmsc, startPerlSmsc } from '../../../testing/sms/perl-smsc.ts';
import { receiptsOf } from '../../receipts.ts';
import { createSmppDriver, type SmppConfig } from '../smpp.ts';
import { decodeShortMessage, encodeShortMessage, numberAddress } from './messages.ts';
import { command, createPduReader, encodePdu, NotSmpp, type Pdu } from './pdu.ts';
import { readReceipt } from './receipt.ts';

const patience = { timeout: 20_000 };

function receiptBody(text: string, tlvs: readonly Buffer[] = [], esmClass = 0x04): Buffer {
  const message = {
    source: numberAddress('905321234567'),
    destination: numberAddress('186'),
    registeredDelivery: 0,
    dataCoding: 0,
    esmClass,
    payload: Buffer.from(text, 'latin1'),
  };
  return Buffer.concat([encodeShortMessage(message), ...tlvs]);
}

function tlv(tag: number, value: Buffer): Buffer {
  const header = Buffer.alloc(4);
  header.writeUInt16BE(tag, 0);
  header.writeUInt16BE(value.length, 2);
  return Buffer.concat([header, value]);
}

describe('the wire of SMPP', () => {
  it('is cut into PDUs wherever the network cuts it', () => {
    const pdus: readonly Pdu[] = [
      { command: command.enquireLink, status: 0, sequence: 7, body: Buffer.alloc(0) },
      { command: command.submitSmResp, status: 0x58, sequence: 8, body: Buffer.from('abc\0') },
    ];
    const stream = Buffer.concat(pdus.map(encodePdu));
    expect(stream.toString('hex')).toBe(
      '00000010000000150000000000000007' + '00000014800000040000005800000008' + '61626300',
    );
    for (let size = 1; size <= stream.length; size += 1) {
      const read = createPduReader();
      const found: Pdu[] = [];
      for (let at = 0; at < stream.length; at += size) found.push(...read(stream.subarray(at, at + size)));
      expect(found).toEqual(pdus);
    }
  });

  it.each(['0000000f', 'ffffffff', '48545450'])('is none with a length of %s', (length) => {
    expect(() => createPduReader()(Buffer.from(length, 'hex'))).toThrow(NotSmpp);
  });

  const appendixB =
    'id:00171 sub:001 dlvrd:000 submit date:2603021100 done date:2603021101 stat:EXPIRED err:000';

  it.each([
    ['by its text', receiptBody(appendixB), { messageId: '171', kind: 'failed' }],
    [
      'by its parameters, which go before the text',
      receiptBody(appendixB, [tlv(0x1e, Buffer.from('AB\0')), tlv(0x427, Buffer.from([2]))]),
      { messageId: 'ab', kind: 'delivered' },
    ],
    ['that says nothing of the end', receiptBody('id:1 stat:ENROUTE'), undefined],
    ['in between', receiptBody(appendixB, [], 0x20), undefined],
    ['that is none but an SMS of somebody', receiptBody(appendixB, [], 0x00), undefined],
    ['that is cut off', receiptBody(appendixB).subarray(0, 20), undefined],
  ])('has a receipt %s', (_name, body, expected) => {
    const receipt = readReceipt(decodeShortMessage(body), 'same');
    expect(receipt && { messageId: receipt.messageId, kind: receipt.delivery.kind }).toEqual(expected);
  });
});

// Debian has no message centre. Net::SMPP is an implementation of the protocol by others, in the centre's role: it
// reads every field that we write and writes what we read.
if (hasPerlSmpp()) describe('the wire of SMPP as Net::SMPP reads it', tryWithPerl);
else process.stderr.write('SMPP is not tried against Net::SMPP: libnet-smpp-perl is not installed.\n');

function tryWithPerl(): void {
  const clock = createTestClock();
  let server: DatabaseServer;
  let database: OpenDatabase;
  let centre: PerlSmsc;

  beforeAll(async () => {
    const [pglite] = databaseVarieties();
    if (pglite === undefined) throw new Error('There is always PGlite');
    server = pglite.start();
    database = await openDatabase(await server.create(), () => undefined);
    centre = await startPerlSmsc();
  });
  afterAll(async () => {
    await centre.stop();
    await database.close();
    server.stop();
  });

  function driver(change: Partial<SmppConfig> = {}) {
    const config: SmppConfig = {
      host: '127.0.0.1',
      port: centre.port,
      tls: false,
      systemId: 'oedas',
      password: 'parola',
      systemType: 'banko',
      sender: 'OEDAS',
      window: 10,
      turkish: 'ucs2',
      messageIds: 'hex_then_decimal',
      ...change,
    };
    const timing = { firstPauseMs: 1, longestPauseMs: 5, enquireMs: 1_000 };
    return createSmppDriver(config, { db: database.db, clock, random: () => 0, timing });
  }

  it('binds, is understood in every field, gets its receipts, asks for life and says goodbye', async () => {
    const smpp = driver();
    const to = '+905321234567';
    const short = await smpp.send({ clientKey: 'sms-1', to, text: 'Ödeme 5 £' });
    const long = await smpp.send({ clientKey: 'sms-2', to, text: 'ş'.repeat(71) });
    expect([short, long]).toEqual([
      { kind: 'accepted', reference: 'ab' },
      { kind: 'accepted', reference: 'ac,ad' },
    ]);
    await vi.waitFor(
      async () =>
        expect([...(await receiptsOf(database.db, 'smpp', ['ab', 'ac,ad'])).values()]).toEqual([
          { kind: 'delivered', detail: 'Telefona iletildi' },
          { kind: 'delivered', detail: 'Telefona iletildi' },
        ]),
      patience,
    );
    await vi.waitFor(() => expect(centre.pdus.map(({ pdu }) => pdu)).toContain('enquire_link'), patience);
    await smpp.stop?.();
    await vi.waitFor(() => expect(centre.pdus.at(-1)).toEqual({ pdu: 'unbind' }), patience);

    const common = {
      pdu: 'submit_sm',
      source_addr_ton: '5',
      source_addr_npi: '0',
      source_addr: 'OEDAS',
      dest_addr_ton: '1',
      dest_addr_npi: '1',
      destination_addr: '905321234567',
      registered_delivery: '1',
    };
    expect(centre.pdus.filter(({ pdu }) => pdu === 'bind_transceiver' || pdu === 'submit_sm')).toEqual([
      { pdu: 'bind_transceiver', system_id: 'oedas', system_type: 'banko', interface_version: '52' },
      { ...common, esm_class: '0', data_coding: '0', payload: '5c64656d6520352001' },
      { ...common, esm_class: '64', data_coding: '8', payload: `050003020201${'015f'.repeat(67)}` },
      { ...common, esm_class: '64', data_coding: '8', payload: `050003020202${'015f'.repeat(4)}` },
    ]);
    expect(centre.pdus.filter(({ pdu }) => pdu === 'deliver_sm_resp').map(({ status }) => status)).toEqual([
      '0',
      '0',
      '0',
    ]);
  });

  it('is not let in with a wrong password', async () => {
    const smpp = driver({ password: 'baska' });
    await vi.waitFor(
      async () =>
        expect(await smpp.send({ clientKey: 'sms-3', to: '+905321234567', text: 'x' })).toMatchObject({
          kind: 'blocked',
        }),
      patience,
    );
    await smpp.stop?.();
  });
}
