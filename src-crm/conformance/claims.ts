import type { z } from 'zod';
import { type GatewayError, gatewayErrorSchema } from '../../src-shared/contract/gateway.ts';
import { canonicalJson } from '../../src-shared/ledger/canonical-json.ts';
import type { Entry } from '../../src-shared/ledger/entry.ts';
import type { Reply } from './client.ts';

/** A claim that does not hold ends its check with a sentence for whoever builds the gateway. */
export function claim(holds: boolean, sentence: string): asserts holds {
  if (!holds) throw new Error(sentence);
}

/** Both as JSON: the order of keys, which the chain does not know either, may differ. */
export function claimSame(what: string, actual: unknown, wanted: unknown): void {
  const is = actual === undefined ? 'nothing' : canonicalJson(actual);
  const should = canonicalJson(wanted);
  claim(is === should, `${what} should be ${short(should)} and is ${short(is)}.`);
}

/** The entries themselves are too long to print: says which is the first that is missing, too much or another one. */
export function claimEntries(what: string, actual: readonly Entry[], wanted: readonly Entry[]): void {
  for (const [index, entry] of wanted.entries()) {
    const found = actual[index];
    const place = `${what}: entry ${index + 1} of ${wanted.length} (seq ${entry.seq})`;
    claim(found !== undefined, `${place} is missing.`);
    claim(
      found.id === entry.id,
      `${place} is another one (seq ${found.seq}): lost, repeated or out of order.`,
    );
    const difference = firstDifference(found, entry);
    claim(difference === undefined, `${place} did not come back as it was sent, at "${difference}".`);
  }
  claim(actual.length === wanted.length, `${what}: ${actual.length - wanted.length} entries too many.`);
}

/** The body of a success, which must keep to its schema and hold nothing else. */
export function answered<T extends z.ZodType>(what: string, reply: Reply, schema: T): z.output<T> {
  claim(reply.status === 200, `${what} was answered ${reply.status} instead of 200: ${short(reply.text)}`);
  const parsed = schema.safeParse(reply.body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where =
    issue === undefined || issue.path.length === 0 ? 'as a whole' : `at "${issue.path.join('.')}"`;
  throw new Error(`${what}: the answer is not as in the contract ${where}: ${issue?.message}.`);
}

/** The error of a refusal, which must have this status and code and the shape that every refusal has. */
export function refused(
  what: string,
  reply: Reply,
  status: number,
  code: GatewayError['error']['code'],
): GatewayError['error'] {
  const wanted = `${status} "${code}"`;
  claim(
    reply.status === status,
    `${what} should be refused with ${wanted}, and got ${reply.status}: ${short(reply.text)}`,
  );
  const { data } = gatewayErrorSchema.safeParse(reply.body);
  claim(
    data !== undefined,
    `${what}: the refusal is not {"error":{"code","message",…}}: ${short(reply.text)}`,
  );
  claim(
    data.error.code === code,
    `${what} should be refused with ${wanted}, and the code is "${data.error.code}".`,
  );
  return data.error;
}

/** The path of the first value that differs as JSON; undefined where none does. */
function firstDifference(is: unknown, should: unknown, path = ''): string | undefined {
  if (typeof is !== 'object' || typeof should !== 'object' || is === null || should === null)
    return is === should ? undefined : path;
  const [found, wanted] = [new Map(Object.entries(is)), new Map(Object.entries(should))];
  for (const key of new Set([...wanted.keys(), ...found.keys()])) {
    const here = path === '' ? key : `${path}.${key}`;
    const difference =
      found.has(key) && wanted.has(key) ? firstDifference(found.get(key), wanted.get(key), here) : here;
    if (difference !== undefined) return difference;
  }
  return undefined;
}

function short(text: string): string {
  return text.length <= 200 ? text : `${text.slice(0, 200)}…`;
}
