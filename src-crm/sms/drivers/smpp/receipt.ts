import type { SettledDelivery } from '../../driver.ts';
import type { decodeShortMessage } from './messages.ts';

/**
 * Centres that give a message's number in another base in the receipt than in the answer to submit_sm: SMPP
 * leaves open which, and both ways occur.
 */
export type MessageIds = 'same' | 'hex_then_decimal' | 'decimal_then_hex';

export type SmscReceipt = { readonly messageId: string; readonly delivery: SettledDelivery };

const typeBits = 0x3c;
const isReceiptType = 0x04;
const tag = { receiptedMessageId: 0x001e, messageState: 0x0427 } as const;

const stateNames: Readonly<Record<number, string>> = {
  2: 'DELIVRD',
  3: 'EXPIRED',
  4: 'DELETED',
  5: 'UNDELIV',
  7: 'UNKNOWN',
  8: 'REJECTD',
};

/**
 * What a deliver_sm says of a message that we sent: by its optional parameters, else by the text of SMPP 3.4,
 * appendix B ("id:… stat:DELIVRD …").
 * @returns undefined for an SMS of a consumer, and for a state that isn't the last one
 */
export function readReceipt(
  message: ReturnType<typeof decodeShortMessage>,
  messageIds: MessageIds,
): SmscReceipt | undefined {
  if ((message.esmClass & typeBits) !== isReceiptType) return undefined;
  const text = message.payload.toString('latin1');
  const byTag = message.tlvs.get(tag.receiptedMessageId)?.toString('latin1').replace(/\0.*$/s, '');
  const id = byTag || /\bid:\s*(\S+)/i.exec(text)?.[1];
  const state = message.tlvs.get(tag.messageState)?.[0];
  const name = state === undefined ? /\bstat:\s*(\w+)/i.exec(text)?.[1]?.toUpperCase() : stateNames[state];
  const delivery = name === undefined ? undefined : deliveryOfState(name);
  if (id === undefined || delivery === undefined) return undefined;
  return { messageId: inAnswersBase(id, messageIds), delivery };
}

/** One form for numbers that a centre writes now with and now without leading zeros, or in capitals. */
export function canonicalId(messageId: string): string {
  return messageId
    .trim()
    .toLowerCase()
    .replace(/^0+(?=.)/, '');
}

function inAnswersBase(id: string, messageIds: MessageIds): string {
  if (messageIds === 'hex_then_decimal' && /^\d+$/.test(id)) return canonicalId(BigInt(id).toString(16));
  if (messageIds === 'decimal_then_hex' && /^[\da-f]+$/i.test(id)) return BigInt(`0x${id}`).toString();
  return canonicalId(id);
}

function deliveryOfState(name: string): SettledDelivery | undefined {
  switch (name) {
    case 'DELIVRD':
      return { kind: 'delivered', detail: 'Telefona iletildi' };
    case 'EXPIRED':
      return { kind: 'failed', detail: 'Zaman aşımı: telefona ulaşılamadı' };
    case 'REJECTD':
      return { kind: 'failed', detail: 'Operatör kabul etmedi' };
    case 'UNDELIV':
      return { kind: 'failed', detail: 'Telefona iletilemedi' };
    case 'DELETED':
      return { kind: 'failed', detail: 'Operatör iletmeden sildi' };
    case 'UNKNOWN':
      return { kind: 'failed', detail: 'Operatör iletilip iletilmediğini bilmiyor' };
    default:
      return undefined;
  }
}
