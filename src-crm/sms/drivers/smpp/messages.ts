import { cString, readFields } from './fields.ts';

export type Bind = { readonly systemId: string; readonly password: string; readonly systemType: string };

const interfaceVersion = 0x34;

export function encodeBind({ systemId, password, systemType }: Bind): Buffer {
  return Buffer.concat([
    cString(systemId),
    cString(password),
    cString(systemType),
    Buffer.from([interfaceVersion, 0, 0]),
    cString(''),
  ]);
}

export type Address = { readonly ton: number; readonly npi: number; readonly digits: string };

/** The body that submit_sm and deliver_sm share. */
export type ShortMessage = {
  readonly source: Address;
  readonly destination: Address;
  readonly esmClass: number;
  readonly registeredDelivery: number;
  readonly dataCoding: number;
  /** With its user data header, if `esmClass` says so. */
  readonly payload: Buffer;
};

/** Alphanumeric: a sender name. */
export function nameAddress(digits: string): Address {
  return { ton: 5, npi: 0, digits };
}

/** International, ISDN: digits from the country code on. */
export function numberAddress(digits: string): Address {
  return { ton: 1, npi: 1, digits };
}

export function encodeShortMessage(message: ShortMessage): Buffer {
  const { source, destination, esmClass, registeredDelivery, dataCoding, payload } = message;
  return Buffer.concat([
    cString(''),
    encodeAddress(source),
    encodeAddress(destination),
    // Protocol, priority; then at once and with the centre's own validity; then replace_if_present.
    Buffer.from([esmClass, 0, 0]),
    cString(''),
    cString(''),
    Buffer.from([registeredDelivery, 0, dataCoding, 0, payload.length]),
    payload,
  ]);
}

function encodeAddress({ ton, npi, digits }: Address): Buffer {
  return Buffer.concat([Buffer.from([ton, npi]), cString(digits)]);
}

export function decodeShortMessage(
  body: Buffer,
): ShortMessage & { readonly tlvs: ReadonlyMap<number, Buffer> } {
  const read = readFields(body);
  const address = (): Address => ({ ton: read.octet(), npi: read.octet(), digits: read.cString() });
  read.cString();
  const source = address();
  const destination = address();
  const esmClass = read.octet();
  read.octets(2);
  read.cString();
  read.cString();
  const registeredDelivery = read.octet();
  read.octet();
  const dataCoding = read.octet();
  read.octet();
  const payload = Buffer.from(read.octets(read.octet()));
  return { source, destination, esmClass, registeredDelivery, dataCoding, payload, tlvs: read.tlvs() };
}

/** The body of submit_sm_resp. */
export function readMessageId(body: Buffer): string {
  return readFields(body).cString();
}
