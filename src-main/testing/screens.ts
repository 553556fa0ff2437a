import type { Result } from '../../src-shared/contract/errors.ts';
import type { InputOf, Method, OutputOf } from '../../src-shared/contract/index.ts';
import type { ScreenKind } from '../../src-shared/ledger/screen-entries.ts';
import type { Caller } from '../core/core.ts';
import { sha256 } from '../core/ledger/digest.ts';
import type { TestCore } from './make-core.ts';
import { at } from './queue-branch.ts';

export type TestScreen = { readonly id: string; readonly token: string; readonly caller: Caller };

/** A screen as an administrator adds it; its token is made from its name. */
export async function addScreen(
  counter: TestCore,
  kind: ScreenKind,
  name: string,
  roomCode: string | null = null,
): Promise<TestScreen> {
  const token = Buffer.from(name.padEnd(32, '.')).toString('base64url');
  const input = { kind, name, roomCode, tokenHash: sha256(token) };
  const { screenId } = await counter.ok('screen.add', input, at.admin);
  return { id: screenId, token, caller: await callerOf(counter, token) };
}

/** Who comes with a token, as the host asks. */
export async function callerOf(counter: TestCore, token: string): Promise<Caller> {
  const found = await counter.core.screens.identify(token);
  if (!found.ok) throw new Error(`The token was refused: ${found.error.code}`);
  return found.value;
}

let intents = 0;

/** A call as the host makes it for whoever comes; each is a new intent unless it is given its commandId. */
export async function callAs<M extends Method>(
  counter: TestCore,
  caller: Caller,
  method: M,
  input: InputOf<M>,
  commandId?: string,
): Promise<Result<OutputOf<M>>> {
  intents += 1;
  const body = { commandId: commandId ?? `intent-of-screen-${intents}`, input };
  // Dispatch has parsed the answer with the method's own schema.
  return (await counter.core.dispatch(caller, method, body)) as Result<OutputOf<M>>;
}

/** The same, for a call that must succeed. */
export async function okAs<M extends Method>(
  counter: TestCore,
  caller: Caller,
  method: M,
  input: InputOf<M>,
  commandId?: string,
): Promise<OutputOf<M>> {
  const result = await callAs(counter, caller, method, input, commandId);
  if (result.ok) return result.value;
  throw new Error(`${method} was refused: ${JSON.stringify(result.error)}`);
}
