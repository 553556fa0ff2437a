import type { CloneCodec } from './clone-codec.ts';

/**
 * What `contextBridge` does between the preload's world and the page's: values are copied, functions and promises are
 * stood for by others, nothing else passes. Two worlds of one page share its document alone, so calls travel as events
 * with a text. Runs in pages by its source: nothing from outside the function may be used.
 */
export function makeWorldBridge(own: string, other: string, codec: CloneCodec) {
  type Call = (...args: readonly unknown[]) => unknown;
  type Message =
    | { readonly kind: 'expose'; readonly key: string; readonly api: unknown }
    | { readonly kind: 'call'; readonly id: number; readonly args: readonly unknown[] }
    | { readonly kind: 'settle'; readonly id: number; readonly ok: boolean; readonly value: unknown }
    | { readonly kind: 'answer'; readonly ok: boolean; readonly value: unknown };

  const functions: Call[] = [];
  const settlers = new Map<number, (ok: boolean, value: unknown) => void>();
  const answers: { readonly ok: boolean; readonly value: unknown }[] = [];
  let promises = 0;

  function pack(value: unknown): unknown {
    if (typeof value === 'function') return { f: functions.push((...args) => value(...args)) - 1 };
    if (value instanceof Promise) {
      promises += 1;
      const id = promises;
      value.then(
        (result: unknown) => post({ kind: 'settle', id, ok: true, value: pack(result) }),
        (error: unknown) => post({ kind: 'settle', id, ok: false, value: pack(messageOf(error)) }),
      );
      return { p: id };
    }
    if (Array.isArray(value)) return { a: value.map(pack) };
    if (typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype)
      return { o: Object.entries(value).map(([key, item]) => [key, pack(item)]) };
    return { v: codec.encode(value) };
  }

  function unpack(packed: unknown): unknown {
    const { f, p, a, o, v } = packed as Readonly<Record<string, unknown>>;
    if (typeof f === 'number') return (...args: readonly unknown[]) => ask(f, args);
    if (typeof p === 'number')
      return new Promise((resolve, reject) =>
        settlers.set(p, (ok, value) => (ok ? resolve(value) : reject(new Error(String(value))))),
      );
    if (Array.isArray(a)) return a.map(unpack);
    if (Array.isArray(o)) return Object.fromEntries(o.map(([key, item]) => [key, unpack(item)]));
    return codec.decode(String(v));
  }

  function ask(id: number, args: readonly unknown[]): unknown {
    post({ kind: 'call', id, args: args.map(pack) });
    // The other world has answered within the dispatch of the event.
    const answer = answers.pop();
    if (answer === undefined) throw new Error('The other world is gone');
    if (!answer.ok) throw new Error(String(unpack(answer.value)));
    return unpack(answer.value);
  }

  function post(message: Message): void {
    document.dispatchEvent(new CustomEvent(`electron-double:${other}`, { detail: JSON.stringify(message) }));
  }

  function messageOf(error: unknown): string {
    return error instanceof Error ? error.message : String(error);
  }

  function answerTo(id: number, args: readonly unknown[]): Message {
    try {
      return { kind: 'answer', ok: true, value: pack(functions[id]?.(...args.map(unpack))) };
    } catch (error) {
      return { kind: 'answer', ok: false, value: pack(messageOf(error)) };
    }
  }

  document.addEventListener(`electron-double:${own}`, (event) => {
    const message: Message = JSON.parse((event as CustomEvent<string>).detail);
    if (message.kind === 'call') post(answerTo(message.id, message.args));
    if (message.kind === 'answer') answers.push(message);
    if (message.kind === 'settle') {
      settlers.get(message.id)?.(message.ok, unpack(message.value));
      settlers.delete(message.id);
    }
    if (message.kind === 'expose')
      Object.defineProperty(globalThis, message.key, { value: unpack(message.api), enumerable: true });
  });

  return { expose: (key: string, api: unknown): void => post({ kind: 'expose', key, api: pack(api) }) };
}
export type WorldBridge = ReturnType<typeof makeWorldBridge>;
