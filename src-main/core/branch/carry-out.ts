import { fail, type Result } from '../../../src-shared/contract/errors.ts';
import { contract, isMethod } from '../../../src-shared/contract/index.ts';
import { fieldErrorsOf, turkishParse } from '../../../src-shared/contract/input-errors.ts';
import {
  carryOut,
  commandIdSchema,
  contextOf,
  type DispatchOptions,
  failed,
  refusalOf,
} from '../dispatch.ts';
import { userById } from '../domains/session/users.repo.ts';
import type { Fingerprint } from '../lan-port.ts';
import type { Reader } from '../ledger/entries.repo.ts';
import type { OpenSession } from '../sessions.ts';
import type { PassedCall } from './messages.ts';

type Services = Pick<DispatchOptions, 'handlers' | 'writer' | 'ports' | 'onDamaged' | 'turnstile'> & {
  readonly db: Reader;
};

/**
 * The hub's gate for commands that another PC of the branch passes on. That PC vouches for who sits there; the role
 * and whether the account is open are read here, and everything is parsed again.
 */
export function createCarryOut(services: Services) {
  return async (from: Fingerprint, call: PassedCall): Promise<Result<unknown>> => {
    const startedAt = services.ports.clock.now();
    const method = isMethod(call.method) ? call.method : 'unknown';
    try {
      const result = await judge(from, call, services);
      const code = result.ok ? 'ok' : result.error.code;
      services.ports.log.info('passed call', { method, code, ms: services.ports.clock.now() - startedAt });
      return result;
    } catch (error) {
      return failed(error, call.method, services);
    }
  };
}

async function judge(from: Fingerprint, call: PassedCall, services: Services): Promise<Result<unknown>> {
  const { method } = call;
  if (!isMethod(method)) return fail('unknown_method');
  const definition = contract[method];
  if (definition.authority !== 'branch' || definition.kind !== 'command') return fail('unknown_method');
  if (!definition.audience.some((audience) => audience === call.audience)) return fail('forbidden');
  const session = await sessionOf(call, services.db);
  const refusal = refusalOf(definition, session);
  if (refusal !== undefined) return fail(refusal);
  const commandId = commandIdSchema.parse(call.commandId);
  const input = definition.input.safeParse(call.input, turkishParse);
  if (!input.success) return fail('invalid_input', fieldErrorsOf(input.error));
  const caller = {
    audience: call.audience,
    window: `pc/${from}`,
    ...(call.screen && { screen: call.screen }),
  };
  const context = contextOf({ caller, method, session, commandId, printsAt: call.printsAt }, services);
  return services.turnstile.pass(() => carryOut(context, method, input.data, services));
}

async function sessionOf({ session }: PassedCall, db: Reader): Promise<OpenSession | null> {
  if (session === null) return null;
  const record = await userById(db, session.userId);
  if (record?.isActive !== true) return null;
  const { id, username, displayName, role } = record;
  return { user: { id, username, displayName, role }, desk: session.desk, isLocked: false };
}
