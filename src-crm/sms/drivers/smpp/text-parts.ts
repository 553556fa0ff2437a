import { countSegments } from '../../../../src-shared/rules/sms-segments.ts';
import { septetsOf } from './gsm7.ts';

export type TextPart = { readonly dataCoding: number; readonly esmClass: number; readonly payload: Buffer };

/** How Turkish letters go out: as UCS-2, which every telephone shows, or in half the parts by the Turkish table. */
export type TurkishCoding = 'ucs2' | 'single_shift';

type Coding = {
  readonly dataCoding: number;
  /** Information elements that every part carries. */
  readonly elements: readonly number[];
  readonly encode: (character: string) => Buffer;
  /** In octets as SMPP carries them: septets stand one an octet. */
  readonly single: number;
  readonly part: number;
};

const gsm7: Coding = {
  dataCoding: 0,
  elements: [],
  encode: (character) => Buffer.from(septetsOf(character)),
  single: 160,
  part: 153,
};
/** Information element 24, table 1 (Turkish); 3GPP TS 23.040, 9.2.3.24.15. */
const turkishShift: Coding = { ...gsm7, elements: [0x24, 0x01, 0x01], single: 155, part: 149 };
const ucs2: Coding = {
  dataCoding: 8,
  elements: [],
  encode: (character) => Buffer.from(character, 'utf16le').swap16(),
  single: 140,
  part: 134,
};

const hasHeader = 0x40;

/**
 * A text as the parts of one message that the telephone puts together again.
 * @param reference 0 to 255; the same in all parts, another for the next message to the same number
 */
export function textParts(text: string, turkish: TurkishCoding, reference: number): readonly TextPart[] {
  const coding = codingOf(text, turkish);
  const { dataCoding, elements } = coding;
  const whole = Buffer.concat([...text].map(coding.encode));
  if (whole.length <= coding.single) {
    const header = headerOf(elements);
    const esmClass = header.length === 0 ? 0 : hasHeader;
    return [{ dataCoding, esmClass, payload: Buffer.concat([header, whole]) }];
  }
  const parts = cut(text, coding);
  return parts.map((part, index) => ({
    dataCoding,
    esmClass: hasHeader,
    payload: Buffer.concat([headerOf([0x00, 0x03, reference, parts.length, index + 1, ...elements]), part]),
  }));
}

function codingOf(text: string, turkish: TurkishCoding): Coding {
  const { alphabet } = countSegments(text);
  if (alphabet === 'gsm7') return gsm7;
  return alphabet === 'gsm7-turkish' && turkish === 'single_shift' ? turkishShift : ucs2;
}

/** No character is cut in two: neither an escaped septet nor a surrogate pair. */
function cut(text: string, { encode, part }: Coding): readonly Buffer[] {
  const parts: Buffer[][] = [[]];
  let used = 0;
  for (const character of text) {
    const octets = encode(character);
    if (used + octets.length > part) {
      parts.push([]);
      used = 0;
    }
    parts.at(-1)?.push(octets);
    used += octets.length;
  }
  return parts.map((octets) => Buffer.concat(octets));
}

function headerOf(elements: readonly number[]): Buffer {
  return Buffer.from(elements.length === 0 ? [] : [elements.length, ...elements]);
}
