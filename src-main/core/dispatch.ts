import { z } from 'zod';
import type { MethodDefinition } from '../../src-shared/contract/define.ts';
import { type ErrorCode, type Failure, fail, type Result } from '../../src-shared/contract/errors.ts';
import { contract, isMethod, type Method } from '../../src-shared/contract/index.ts';
import { fieldErrorsOf, turkishParse } from '../../src-shared/contract/input-errors.ts';
import type { Branch } from './branch/branch.ts';
import type { PassedCall } from './branch/messages.ts';
import type { Turnstile } from './branch/turnstile.ts';
import type { CallBody, Caller } from './core.ts';
import { errorCodeOf, troubleKindOf } from './db/store-trouble.ts';
import type { IdleLock } from './domains/session/idle-lock.ts';
import type { Context, Handlers } from './handler.ts';
import { systemActor } from './handler.ts';
import type { Ports } from './ports.ts';
import type { OpenSession, Sessions } from './sessions.ts';
import type { Writer } from './write.ts';

export type Dispatch = (caller: Caller, method: string, body: CallBody) => Promise<Result<unknown>>;

export type DispatchOptions = {
  readonly handlers: Handlers;
  readonly sessions: Sessions;
  readonly idleLock: Pick<IdleLock, 'enforce'>;
  readonly writer: Writer;
  readonly branch: Pick<Branch, 'passOn'>;
  readonly turnstile: Pick<Turnstile, 'pass'>;
  readonly ports: Pick<Ports, 'clock' | 'ids' | 'log'>;
  /** A call has met damage in the store. */
  readonly onDamaged: () => void;
};

export const commandIdSchema = z
  .string('İşlem kimliği (commandId) gerekli.')
  .min(8, 'İşlem kimliği en az 8 karakter olmalı.')
  .max(80, 'İşlem kimliği en çok 80 karakter olabilir.');

/**
 * The one gate to the core: known method → audience → idle lock → access → parse → handler. Whatever goes wrong comes
 * back as a value; what only a bug can cause is logged once with a reference that the screen shows.
 */
export function createDispatch(options: DispatchOptions): Dispatch {
  const { ports } = options;
  return async (caller, method, body) => {
    const startedAt = ports.clock.now();
    try {
      const result = await pass(caller, method, body, options);
      const code = result.ok ? 'ok' : result.error.code;
      ports.log.info('call', { method: known(method), code, ms: ports.clock.now() - startedAt });
      return result;
    } catch (error) {
      return failed(error, method, options);
    }
  };
}

async function pass(
  caller: Caller,
  method: string,
  body: CallBody,
  options: DispatchOptions,
): Promise<Result<unknown>> {
  if (!isMethod(method)) return fail('unknown_method');
  const definition = contract[method];
  if (!definition.audience.includes(caller.audience)) return fail('forbidden');
  await options.idleLock.enforce(caller.window);
  const session = options.sessions.get(caller.window) ?? null;
  const refusal = caller.audience === 'staff' ? refusalOf(definition, session) : undefined;
  if (refusal !== undefined) return fail(refusal);
  // Screens query by themselves, whenever something is announced; a command comes from a person.
  if (definition.kind === 'command') options.sessions.keepAlive(caller.window);

  const commandId = definition.kind === 'command' ? commandIdSchema.safeParse(body.commandId) : undefined;
  const input = definition.input.safeParse(body.input ?? {}, turkishParse);
  const fields = [
    ...(commandId?.success === false ? [{ path: 'commandId', message: firstMessage(commandId.error) }] : []),
    ...(input.success ? [] : fieldErrorsOf(input.error)),
  ];
  if (fields.length > 0) return fail('invalid_input', fields);

  const context = contextOf({ caller, method, session, commandId: commandId?.data }, options);
  const run = () => carryOut(context, method, input.data, options);
  if (definition.authority === 'local' || commandId === undefined) return run();
  const { screen = null, audience } = caller;
  const passed = await options.branch.passOn({
    ...{ method, commandId: commandId.data ?? '', audience, screen },
    // Parsed again there, and JSON as every body of a call.
    input: (body.input ?? {}) as PassedCall['input'],
    session: session && { userId: session.user.id, desk: session.desk },
  });
  if (passed === undefined) return options.turnstile.pass(run);
  return passed.ok ? { ok: true, value: definition.output.parse(passed.value) } : passed;
}

/** The handler, and of what it gives only what the contract names. */
export async function carryOut(
  context: Context,
  method: Method,
  input: unknown,
  { handlers }: Pick<DispatchOptions, 'handlers'>,
): Promise<Result<unknown>> {
  // The table of handlers binds method, input and output; the compiler can't follow the index.
  const handler = handlers[method] as (context: Context, input: unknown) => Promise<Result<unknown>>;
  const result = await handler(context, input);
  return result.ok ? { ok: true, value: contract[method].output.parse(result.value) } : result;
}

export type Asked = {
  readonly caller: Caller;
  readonly method: Method;
  readonly session: OpenSession | null;
  /** Undefined for a query. */
  readonly commandId: string | undefined;
  /** Where the paper comes out, for a call that another PC has passed on. */
  readonly printsAt?: string;
};

export function contextOf(
  { caller, method, session, commandId, printsAt }: Asked,
  { writer }: Pick<DispatchOptions, 'writer'>,
): Context {
  const sessionUser = session?.user.id ?? (caller.screen ? `screen/${caller.screen.id}` : systemActor);
  let hasWritten = false;
  return {
    caller,
    session,
    printsAt: printsAt ?? null,
    write: (body, userId = sessionUser) => {
      if (hasWritten) throw new Error('A command has one unit of work');
      hasWritten = true;
      return writer.write(userId, body, commandId === undefined ? undefined : { commandId, method, userId });
    },
  };
}

export function refusalOf(
  { access, audience }: Pick<MethodDefinition, 'access' | 'audience'>,
  session: OpenSession | null,
): ErrorCode | undefined {
  if (access === 'public') return undefined;
  if (session === null) return 'not_signed_in';
  // A clerk locks the window and turns it to the consumer, who reads and signs there and reaches nothing else.
  if (session.isLocked && !audience.includes('signer')) return 'locked';
  if (access === 'signed_in' || access.includes(session.user.role)) return undefined;
  return 'forbidden';
}

export function failed(
  error: unknown,
  method: string,
  { ports, onDamaged }: Pick<DispatchOptions, 'ports' | 'onDamaged'>,
): { ok: false; error: Failure } {
  const kind = troubleKindOf(error);
  const reference = ports.ids.uuid().slice(-8);
  ports.log.error('call failed', { method: known(method), reference, code: errorCodeOf(error) }, error);
  if (kind === 'damaged') onDamaged();
  if (kind === 'disk_full') return fail('disk_full');
  const refusal = fail(kind === undefined ? 'internal' : 'store_trouble');
  return { ok: false, error: { ...refusal.error, reference } };
}

/** A stranger's words don't go to the log. */
function known(method: string): string {
  return isMethod(method) ? method : 'unknown';
}

function firstMessage(error: z.ZodError): string {
  return error.issues[0]?.message ?? '';
}
