import { randomBytes } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import type { Page } from '@playwright/test';

export type GivenFile = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

export function aPdf(name: string, size = 900_000): GivenFile {
  const buffer = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(size)]);
  return { name, mimeType: 'application/pdf', buffer };
}

/** A program that gives itself out as a document. */
export function aDisguisedProgram(name: string): GivenFile {
  return { name, mimeType: 'application/pdf', buffer: Buffer.from('MZ\x90\0 program') };
}

/** A picture that a browser can draw: a sky over a field. */
export function aPhotograph(name: string, width = 640, height = 420): GivenFile {
  const rows = Array.from({ length: height }, (_, y) => {
    const row = Buffer.alloc(1 + width * 3);
    for (let x = 0; x < width; x += 1) {
      const isPole = Math.abs(x - width * 0.6) < 7 && y > height * 0.2;
      const isField = y > height * 0.7;
      const [red, green, blue] = isPole ? [70, 60, 55] : isField ? [120, 150, 70] : [150, 190, 225 - y / 8];
      row.set([red ?? 0, green ?? 0, Math.round(blue ?? 0)], 1 + x * 3);
    }
    return row;
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const buffer = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
  return { name, mimeType: 'image/png', buffer };
}

/** As a hand would: the window first hears that files hang over it. */
export async function dropFiles(page: Page, files: readonly GivenFile[]): Promise<void> {
  const given = files.map(({ name, mimeType, buffer }) => ({
    name,
    mimeType,
    base64: buffer.toString('base64'),
  }));
  const transfer = await page.evaluateHandle((items) => {
    const dropped = new DataTransfer();
    for (const { name, mimeType, base64 } of items) {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      dropped.items.add(new File([bytes], name, { type: mimeType }));
    }
    return dropped;
  }, given);
  for (const event of ['dragenter', 'dragover', 'drop'])
    await page.locator('main').dispatchEvent(event, { dataTransfer: transfer });
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
