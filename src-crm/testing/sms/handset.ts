import { textOfSeptets } from '../../sms/drivers/smpp/gsm7.ts';
import type { ShortMessage } from '../../sms/drivers/smpp/messages.ts';
import type { Phones } from './phones.ts';

type Inbox = { readonly receive: (message: ShortMessage) => void };

type Part = { readonly total: number; readonly number: number; readonly text: string };

/** What telephones do with what the centre gives them: decode it, and show a message when all its parts are there. */
export function createInbox(phones: Phones): Inbox {
  const unfinished = new Map<string, Map<number, string>>();
  return {
    receive: (message) => {
      const national = message.destination.digits.replace(/^90/, '');
      const { elements, content } = unwrap(message);
      const text = decode(message.dataCoding, content);
      const [reference, total = 1, number = 1] = elements.get(0x00) ?? [];
      if (reference === undefined) return phones.ring(national, text);
      const key = `${national} ${reference} ${total}`;
      const parts = unfinished.get(key) ?? new Map<number, string>();
      unfinished.set(key, parts.set(number, text));
      const whole = joined(parts, { total, number, text });
      if (whole === undefined) return;
      unfinished.delete(key);
      phones.ring(national, whole);
    },
  };
}

function joined(parts: ReadonlyMap<number, string>, { total }: Part): string | undefined {
  const texts = Array.from({ length: total }, (_, index) => parts.get(index + 1));
  return texts.every((text) => text !== undefined) ? texts.join('') : undefined;
}

function unwrap({ esmClass, payload }: ShortMessage) {
  const elements = new Map<number, readonly number[]>();
  if ((esmClass & 0x40) === 0) return { elements, content: payload };
  const end = 1 + (payload[0] ?? 0);
  for (let at = 1; at < end; at += 2 + (payload[at + 1] ?? 0))
    elements.set(payload[at] ?? 0, [...payload.subarray(at + 2, at + 2 + (payload[at + 1] ?? 0))]);
  return { elements, content: payload.subarray(end) };
}

function decode(dataCoding: number, content: Buffer): string {
  return dataCoding === 8 ? Buffer.from(content).swap16().toString('utf16le') : textOfSeptets(content);
}
