import type { z } from 'zod';
import { signingContract } from '../../../src-shared/contract/signing.ts';
import type { Client } from '../../lib/client.ts';
import type { ScreenClient } from '../../lib/screen/screen-client.ts';
import { hostUnreachable, type ScreenResult } from '../../lib/screen-result.ts';

/** What a consumer's screen may call. */
export const signerMethods = {
  'signing.current': signingContract['signing.current'],
  'signing.progress': signingContract['signing.progress'],
  'signing.answer': signingContract['signing.answer'],
  'signing.submit': signingContract['signing.submit'],
  'signing.finish': signingContract['signing.finish'],
} as const;
export type SignerMethods = typeof signerMethods;
export type SignerCommand = Exclude<keyof SignerMethods, 'signing.current'>;
export type SignerInput<M extends SignerCommand> = z.input<SignerMethods[M]['input']>;
export type SignerOutput<M extends SignerCommand> = z.output<SignerMethods[M]['output']>;

/** The consumer's view is one, whether it stands on a tablet or on the clerk's own screen turned round. */
export type SignerCall = <M extends SignerCommand>(
  method: M,
  input: SignerInput<M>,
  commandId: string,
) => Promise<ScreenResult<SignerOutput<M>>>;

/** Of a screen that came with a key. */
export function callOfScreen(client: ScreenClient<SignerMethods>): SignerCall {
  return async (method, input, commandId) => {
    const answer = await client.call(method, input, commandId);
    if (answer.kind === 'answered') return { ok: true, value: answer.value };
    return { ok: false, error: answer.kind === 'refused' ? answer.failure : hostUnreachable };
  };
}

/** Of the clerk's window that was handed over. */
export function callOfStaff(client: Client): SignerCall {
  return (method, input, commandId) => client.call(method, input, commandId);
}
