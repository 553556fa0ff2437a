import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import type { Result } from '../../../src-shared/contract/errors.ts';
import type { CommandMethod } from '../../../src-shared/contract/index.ts';
import type { Json } from '../../../src-shared/ledger/canonical-json.ts';
import { createSystemClock } from '../../adapters/clock.ts';
import { createLan } from '../../adapters/lan/create-lan.ts';
import { openHubLink } from '../../core/branch/hub-link.ts';
import { joinBackSchema, type PassedCall } from '../../core/branch/messages.ts';
import type { LanAddress } from '../../core/lan-port.ts';
import { createRecordingLog } from '../recording-log.ts';
import {
  calledSchema,
  deskPcArgsSchema,
  newsSchema,
  type Round,
  type Work,
  workSchema,
} from './desk-pc-work.ts';

/**
 * A desk's PC as the hub sees it, in a process of its own: it proves the code, joins and passes commands on by the same
 * link as any PC, but keeps no store, so that thirty of them leave the machine to the hub. Reads a line of `Work` from
 * standard input for each round and answers with one of `Round`.
 */
/** As soon as a person who was told that the hub is not reached. */
const pressAgainMs = 200;

const { identityFile, address, code, deskNo } = deskPcArgsSchema.parse(JSON.parse(process.argv[2] ?? ''));
const desk = { deskCode: `B${deskNo}`, deskName: `Banko ${deskNo}` };
const lan = createLan({ identityFile, log: createRecordingLog().log });
let heard: number[] = [];
const { link, userId } = await join(address ?? (await findHub()));
say({ called: [], millis: [], announced: [], refusals: [] } satisfies Round);
for await (const line of createInterface({ input: process.stdin }))
  say(await work(workSchema.parse(JSON.parse(line))));
link.close();

/** Both clocks are this machine's. */
function hear(message: Json): void {
  const now = Date.now();
  for (const { type, at } of newsSchema.safeParse(message).data?.entries ?? [])
    if (type === 'ticket.called') heard.push(now - Date.parse(at));
}

async function findHub(): Promise<LanAddress> {
  const [found] = await lan.find(3_000);
  if (found === undefined) throw new Error('No hub says that it is there');
  return found.address;
}

async function join(to: LanAddress) {
  const self = { branchCode: '', workstationNo: 0, name: desk.deskName };
  const paired = await lan.pair(to, code, self);
  if (!paired.ok) throw new Error(`Not paired: ${paired.failure.kind}`);
  const opened = openHubLink({
    lan,
    clock: createSystemClock(),
    fingerprint: paired.value.fingerprint,
    addresses: () => [to],
    onMessage: hear,
    onState: (state) => say({ state }),
  });
  if (!(await opened.connected())) throw new Error('Not connected');
  const asked = await opened.ask('join', { workstationNo: 0 });
  const welcome = asked.ok ? joinBackSchema.parse(asked.value) : undefined;
  if (welcome?.kind !== 'welcome') throw new Error('Not welcome');
  const user = welcome.entries.find(({ type }) => type === 'user.recorded');
  return { link: opened, userId: user?.stream.id ?? '' };
}

async function work({ issues, calls, isPatient, restMillis }: Work): Promise<Round> {
  heard = [];
  const round: Round = { called: [], millis: [], announced: heard, refusals: [] };
  const press = (method: CommandMethod, input: object) => pass(method, input, isPatient);

  for (let no = 0; no < issues; no += 1) {
    const issued = await press('ticket.issue', { categoryCode: 'general', priority: no % 7 === 0 });
    if (!issued.ok) round.refusals.push(issued.error.code);
  }
  for (let no = 0; no < calls; no += 1) {
    if (restMillis > 0) await setTimeout(restMillis * 2 * Math.random());
    const before = performance.now();
    const next = await press('ticket.callNext', {});
    round.millis.push(performance.now() - before);
    if (!next.ok) {
      round.refusals.push(next.error.code);
      continue;
    }
    const { ticket } = calledSchema.parse(next.value);
    round.called.push(ticket.label);
    const finished = await press('ticket.finish', { ticketId: ticket.id });
    if (!finished.ok) round.refusals.push(finished.error.code);
  }
  return round;
}

async function pass(method: CommandMethod, input: object, isPatient: boolean): Promise<Result<unknown>> {
  const call = {
    ...{ method, commandId: randomUUID(), audience: 'staff', screen: null },
    input: z.json().parse(input),
    session: { userId, desk },
    printsAt: randomUUID(),
  } satisfies PassedCall;
  for (;;) {
    const result = await link.pass(call);
    if (result.ok || result.error.code !== 'hub_unreachable' || !isPatient) return result;
    await setTimeout(pressAgainMs);
  }
}

function say(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
