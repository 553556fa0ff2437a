/** A C-octet string of SMPP: Latin text that ends with a null octet. */
export function cString(text: string): Buffer {
  return Buffer.concat([Buffer.from(text, 'latin1'), Buffer.from([0])]);
}

export type FieldReader = {
  readonly cString: () => string;
  readonly octet: () => number;
  readonly octets: (length: number) => Buffer;
  /** The optional parameters that are left, by tag. */
  readonly tlvs: () => ReadonlyMap<number, Buffer>;
};

/** Reads a body field by field; what is missing at its end reads as empty, as short answers leave fields out. */
export function readFields(body: Buffer): FieldReader {
  let at = 0;

  function octets(length: number): Buffer {
    const taken = body.subarray(at, at + length);
    at += length;
    return taken;
  }

  return {
    cString: () => {
      const end = body.indexOf(0, at);
      const text = body.toString('latin1', at, end === -1 ? body.length : end);
      at = end === -1 ? body.length : end + 1;
      return text;
    },
    octet: () => octets(1)[0] ?? 0,
    octets,
    tlvs: () => {
      const found = new Map<number, Buffer>();
      while (at + 4 <= body.length) {
        const header = octets(4);
        found.set(header.readUInt16BE(0), octets(header.readUInt16BE(2)));
      }
      return found;
    },
  };
}
