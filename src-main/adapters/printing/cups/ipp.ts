/** IPP's binary form (RFC 8010), as much of it as a conversation with CUPS takes. */

export type IppValue = string | number | boolean;
/** An attribute may have several values. */
export type IppAttributes = ReadonlyMap<string, readonly IppValue[]>;

export type IppRequest = {
  readonly operation: number;
  /** Of the operation, in order: charset and language first, then what it is about (RFC 8011, 4.1.5). */
  readonly attributes: readonly IppAttribute[];
  readonly jobAttributes?: readonly IppAttribute[];
  readonly document?: Uint8Array;
};
export type IppAttribute = {
  readonly tag: keyof typeof valueTags;
  readonly name: string;
  readonly values: readonly (string | number)[];
};
export type IppAnswer = {
  readonly status: number;
  /** Each printer or job that the answer tells of. */
  readonly groups: readonly {
    readonly kind: 'operation' | 'job' | 'printer' | 'other';
    readonly attributes: IppAttributes;
  }[];
};

const valueTags = {
  integer: 0x21,
  enum: 0x23,
  name: 0x42,
  keyword: 0x44,
  uri: 0x45,
  charset: 0x47,
  language: 0x48,
  mimeType: 0x49,
} as const;
const booleanTag = 0x22;
const groupKinds: Readonly<Record<number, IppAnswer['groups'][number]['kind']>> = {
  1: 'operation',
  2: 'job',
  4: 'printer',
};
const end = 3;

export function encodeIpp(request: IppRequest, requestId: number): Uint8Array {
  const head = Buffer.alloc(8);
  head.writeUInt16BE(0x0101, 0);
  head.writeUInt16BE(request.operation, 2);
  head.writeUInt32BE(requestId, 4);
  const job = request.jobAttributes ?? [];
  return Buffer.concat([
    head,
    Buffer.of(1),
    ...request.attributes.flatMap(encodeAttribute),
    ...(job.length === 0 ? [] : [Buffer.of(2), ...job.flatMap(encodeAttribute)]),
    Buffer.of(end),
    request.document ?? new Uint8Array(),
  ]);
}

function encodeAttribute({ tag, name, values }: IppAttribute): readonly Uint8Array[] {
  return values.map((value, index) => {
    // A further value of the same attribute has no name.
    const key = Buffer.from(index === 0 ? name : '', 'utf8');
    const data = typeof value === 'number' ? int32(value) : Buffer.from(value, 'utf8');
    return Buffer.concat([Buffer.of(valueTags[tag]), int16(key.length), key, int16(data.length), data]);
  });
}

/** Undefined where it is no answer in IPP. */
export function decodeIpp(bytes: Uint8Array): IppAnswer | undefined {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const groups: { kind: IppAnswer['groups'][number]['kind']; attributes: Map<string, IppValue[]> }[] = [];
  let at = 8;
  let name = '';
  try {
    const status = view.readUInt16BE(2);
    for (;;) {
      const tag = view.readUInt8(at);
      at += 1;
      if (tag === end) return { status, groups };
      if (tag < 0x10) {
        groups.push({ kind: groupKinds[tag] ?? 'other', attributes: new Map() });
        continue;
      }
      const key = slice(2);
      const data = slice(2);
      if (key.length > 0) name = key.toString('utf8');
      const value = decodeValue(tag, data);
      const attributes = groups.at(-1)?.attributes;
      if (value !== undefined) attributes?.set(name, [...(attributes.get(name) ?? []), value]);
    }
  } catch (error) {
    // Read past its end.
    if (error instanceof RangeError) return undefined;
    throw error;
  }

  function slice(lengthBytes: number): Buffer {
    const length = view.readUIntBE(at, lengthBytes);
    const start = at + lengthBytes;
    if (start + length > view.length) throw new RangeError('An attribute is longer than the answer');
    at = start + length;
    return view.subarray(start, at);
  }
}

/** Collections and the like are passed over: nothing here asks for one. */
function decodeValue(tag: number, data: Buffer): IppValue | undefined {
  if (tag === valueTags.integer || tag === valueTags.enum) return data.readInt32BE(0);
  if (tag === booleanTag) return data.readUInt8(0) !== 0;
  return tag >= 0x40 && tag < 0x4a ? data.toString('utf8') : undefined;
}

function int16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}
