import { type Logo, type LogoShape, logoLimits, logoSchema } from '../../src-shared/rules/logo.ts';

/** Why a chosen file is no logo: too large, of no kind that can be drawn, or an SVG with more than plain paths. */
export type LogoTrouble = 'size' | 'kind' | 'svg';
export type ReadLogo =
  | { readonly ok: true; readonly logo: Logo }
  | { readonly ok: false; readonly trouble: LogoTrouble };

/** What a file holds, judged by how it begins; the core judges the whole of it again. */
export function readLogo(bytes: Uint8Array, toBase64: (bytes: Uint8Array) => string): ReadLogo {
  if (bytes.length > logoLimits.bytes) return { ok: false, trouble: 'size' };
  const begins = (...head: readonly number[]) => head.every((byte, at) => bytes[at] === byte);
  if (begins(0x89, 0x50, 0x4e, 0x47))
    return { ok: true, logo: { kind: 'image', mediaType: 'image/png', base64: toBase64(bytes) } };
  if (begins(0xff, 0xd8, 0xff))
    return { ok: true, logo: { kind: 'image', mediaType: 'image/jpeg', base64: toBase64(bytes) } };
  const text = new TextDecoder().decode(bytes);
  if (!/<svg[\s>]/.test(text)) return { ok: false, trouble: 'kind' };
  const logo = readSvg(text);
  return logo === undefined ? { ok: false, trouble: 'svg' } : { ok: true, logo };
}

/** What frames paths without changing what they look like. */
const frames = ['svg', 'g', 'title', 'desc', 'metadata', 'defs'];

/** Of an SVG its paths; undefined where it has anything else that would be seen, since that would be missing on paper. */
function readSvg(text: string): Logo | undefined {
  const tags = [
    ...text.matchAll(/<([a-zA-Z][\w:-]*)((?:\s+[\w:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*\/?>/g),
  ].map(([, name = '', attributes = '']) => ({ name, attributes: attributesOf(attributes) }));
  const paths = tags.filter(({ name }) => name === 'path');
  const others = tags.filter(({ name }) => name !== 'path' && !frames.includes(name));
  const isChanged = tags.some(
    ({ attributes }) => attributes.has('transform') || attributes.has('style') || attributes.has('class'),
  );
  const box = tags.find(({ name }) => name === 'svg')?.attributes.get('viewBox');
  const [x, y, width, height] = (box ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  if (others.length > 0 || isChanged || x !== 0 || y !== 0) return undefined;
  const shapes = paths.map(({ attributes }) => shapeOf(attributes));
  const parsed = logoSchema.safeParse({ kind: 'drawn', width, height, shapes });
  return parsed.success ? parsed.data : undefined;
}

function attributesOf(text: string): ReadonlyMap<string, string> {
  const found = text.matchAll(/([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g);
  return new Map(Array.from(found, ([, name = '', double, single]) => [name, double ?? single ?? '']));
}

function shapeOf(attributes: ReadonlyMap<string, string>): LogoShape {
  const fill = (attributes.get('fill') ?? '#000000').toLowerCase();
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(fill);
  const long =
    short === null
      ? fill
      : `#${short
          .slice(1)
          .map((digit) => digit + digit)
          .join('')}`;
  return { d: (attributes.get('d') ?? '').trim(), fill: long === 'black' ? '#000000' : long };
}
