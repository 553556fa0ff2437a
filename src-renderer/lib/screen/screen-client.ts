import type { z } from 'zod';
import type { MethodDefinition } from '../../../src-shared/contract/define.ts';
import type { Failure } from '../../../src-shared/contract/errors.ts';
import { screenProtocol } from '../../../src-shared/text/screen-url.ts';
import { readAnnouncement } from '../announcement.ts';
import { readAnswerAs } from '../read-answer.ts';
import { reconnecting } from '../reconnecting.ts';

/** The part of the contract that one kind of screen has; not all of it, so that its page stays light. */
export type Methods = Readonly<Record<string, MethodDefinition>>;

/** `withdrawn`: the server does not know this screen's key (any more). */
export type ScreenAnswer<T> =
  | { readonly kind: 'answered'; readonly value: T }
  | { readonly kind: 'refused'; readonly failure: Failure }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'withdrawn' };

export type ScreenClient<C extends Methods> = {
  readonly methods: C;
  /** Never rejects: every outcome is a value. */
  readonly call: <M extends keyof C & string>(
    method: M,
    input: z.input<C[M]['input']>,
    commandId?: string,
  ) => Promise<ScreenAnswer<z.output<C[M]['output']>>>;
  /** Something changed, or may have while the connection was away. Returns what ends it. */
  readonly onChanged: (listener: () => void) => () => void;
};

/** A dead cable answers nothing at all; what is on the screen by then is old. */
const answerTimeoutMs = 8_000;

export function makeScreenClient<C extends Methods>(methods: C, key: string): ScreenClient<C> {
  return {
    methods,
    call: async (method, input, commandId) => {
      try {
        const response = await fetch(`/rpc/${method}`, {
          method: 'POST',
          headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
          body: JSON.stringify({ commandId, input }),
          signal: timeout(),
          cache: 'no-store',
        });
        if (response.status === 401) return { kind: 'withdrawn' };
        const definition: MethodDefinition | undefined = methods[method];
        if (!response.ok || definition === undefined) return { kind: 'unreachable' };
        return answerOf(definition, await response.json()) as ScreenAnswer<never>;
      } catch {
        return { kind: 'unreachable' };
      }
    },
    onChanged: (listener) =>
      reconnecting({
        connect: () => new WebSocket(eventsUrl(), [screenProtocol, key]),
        onMessage: (data) => {
          if (typeof data === 'string' && readAnnouncement(parse(data)) !== undefined) listener();
        },
        onReconnected: listener,
      }),
  };
}

function answerOf({ output }: MethodDefinition, answer: unknown): ScreenAnswer<unknown> {
  const result = readAnswerAs(output, answer);
  if (result.ok) return { kind: 'answered', value: result.value };
  const { error } = result;
  return error.code === 'host_unreachable'
    ? { kind: 'unreachable' }
    : { kind: 'refused', failure: { ...error, code: error.code } };
}

/** AbortSignal.timeout is younger than the browsers of many televisions. */
function timeout(): AbortSignal {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), answerTimeoutMs);
  return controller.signal;
}

function eventsUrl(): string {
  const url = new URL('/events', location.href);
  url.protocol = 'ws:';
  url.hash = '';
  return url.href;
}

function parse(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
}
