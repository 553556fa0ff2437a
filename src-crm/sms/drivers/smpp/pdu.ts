/** SMPP 3.4, section 5.1.2.1: what we send, answer or have to recognise. */
export const command = {
  genericNack: 0x80000000,
  submitSm: 0x00000004,
  submitSmResp: 0x80000004,
  deliverSm: 0x00000005,
  deliverSmResp: 0x80000005,
  unbind: 0x00000006,
  unbindResp: 0x80000006,
  bindTransceiver: 0x00000009,
  bindTransceiverResp: 0x80000009,
  enquireLink: 0x00000015,
  enquireLinkResp: 0x80000015,
} as const;

export type Pdu = {
  readonly command: number;
  /** 0 in requests and in answers that say yes. */
  readonly status: number;
  readonly sequence: number;
  readonly body: Buffer;
};

const headerLength = 16;
/** Nothing that we take comes near it; a length beyond it is of a stream that isn't SMPP. */
const longestPdu = 64 * 1024;

export class NotSmpp extends Error {}

export function isAnswer(pdu: Pdu): boolean {
  return pdu.command >= 0x80000000;
}

export function encodePdu({ command: id, status, sequence, body }: Pdu): Buffer {
  const header = Buffer.alloc(headerLength);
  header.writeUInt32BE(headerLength + body.length, 0);
  header.writeUInt32BE(id, 4);
  header.writeUInt32BE(status, 8);
  header.writeUInt32BE(sequence, 12);
  return Buffer.concat([header, body]);
}

/** Cuts a stream into PDUs. Throws NotSmpp at a length that can't be one. */
export function createPduReader(): (chunk: Buffer) => readonly Pdu[] {
  let rest: Buffer = Buffer.alloc(0);
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    const pdus: Pdu[] = [];
    while (rest.length >= 4) {
      const length = rest.readUInt32BE(0);
      if (length < headerLength || length > longestPdu) throw new NotSmpp(`PDU of ${length} octets`);
      if (rest.length < length) break;
      pdus.push({
        command: rest.readUInt32BE(4),
        status: rest.readUInt32BE(8),
        sequence: rest.readUInt32BE(12),
        body: Buffer.from(rest.subarray(headerLength, length)),
      });
      rest = rest.subarray(length);
    }
    return pdus;
  };
}
