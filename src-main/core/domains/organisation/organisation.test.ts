import { deflateSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Logo } from '../../../../src-shared/rules/logo.ts';
import type { TestCore } from '../../../testing/make-core.ts';
import { hasReaders, readPdf } from '../../../testing/paper/poppler.ts';
import { at, openQueueBranch } from '../../../testing/queue-branch.ts';

let counter: TestCore;

beforeEach(async () => {
  counter = await openQueueBranch();
});
afterEach(() => counter.remove());

async function shipped() {
  const { organisation } = await counter.ok('settings.get', {}, at.admin);
  if (organisation === null) throw new Error('No texts ship');
  return organisation;
}

describe('the texts of the organisation', () => {
  test('ship as drafts, and are kept as they are written', async () => {
    const organisation = { ...(await shipped()), address: 'Örnek Mah. 1, Eskişehir', isApproved: true };
    expect(organisation).toMatchObject({ shortName: 'OEDAŞ' });
    await counter.ok('settings.saveOrganisation', { organisation }, at.admin);
    expect(await shipped()).toEqual(organisation);
  });

  test('are refused at the field that is wrong', async () => {
    const organisation = { ...(await shipped()), name: ' ', kep: 'a@b.com', mersis: '123' };
    expect(await counter.call('settings.saveOrganisation', { organisation }, at.admin)).toMatchObject({
      error: {
        fields: [
          { path: 'organisation.name', message: 'Kurumun tam adı yazılmalı.' },
          { path: 'organisation.kep' },
          { path: 'organisation.mersis', message: 'MERSİS numarası 16 rakam olmalı.' },
        ],
      },
    });
  });

  test('stand on the sample as they are typed, before they are saved', async () => {
    const organisation = { ...(await shipped()), name: 'Yazılmakta Olan A.Ş.', footer: 'Alt satır ğüşıöç' };
    const { base64 } = await counter.ok('organisation.preview', { organisation }, at.admin);
    if (!hasReaders()) return;
    const { text } = readPdf(Buffer.from(base64, 'base64'));
    for (const words of ['Yazılmakta Olan A.Ş.', 'Alt satır ğüşıöç', 'TASLAK', 'Ayşe Örnek'])
      expect(text).toContain(words);
  });
});

const drawn: Logo = {
  kind: 'drawn',
  width: 10,
  height: 10,
  shapes: [{ d: 'M0 0L10 0L10 10Z', fill: '#112233' }],
};

function image(bytes: Buffer, mediaType: 'image/png' | 'image/jpeg' = 'image/png'): Logo {
  return { kind: 'image', mediaType, base64: bytes.toString('base64') };
}

type Png = {
  readonly width?: number;
  readonly height?: number;
  readonly pixels?: Buffer;
  readonly way?: number;
};

/** A PNG with alpha; its checksums are left out, since nobody asks for them. */
function png({ width = 2, height = 2, pixels, way = 0 }: Png = {}): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6, 0, 0, way], 8);
  const chunk = (type: string, data: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)]);
  };
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', pixels ?? deflateSync(Buffer.alloc((1 + width * 4) * height))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const jpeg = Buffer.from('ffd8ffc0001108000100010301110002110003110000ffd9', 'hex');

describe('the logo', () => {
  const save = (logo: Logo | null) => counter.call('organisation.saveLogo', { logo }, at.admin);

  test.each([
    ['paths', drawn],
    ['a PNG', image(png())],
    ['a JPEG', image(jpeg, 'image/jpeg')],
  ])('is taken as %s, and given back as the one that ships', async (_, logo) => {
    const before = await counter.ok('organisation.logo', {}, at.admin);
    expect(before.isOwn).toBe(false);
    expect(await save(logo)).toMatchObject({ ok: true });
    expect(await counter.ok('organisation.logo', {}, at.admin)).toEqual({ logo, isOwn: true });
    await save(null);
    expect(await counter.ok('organisation.logo', {}, at.admin)).toEqual(before);
  });

  test.each<[string, Logo, RegExp]>([
    ['what is no image', image(Buffer.from('MZ bir program')), /kullanılamıyor/],
    ['a PNG by another name', image(png(), 'image/jpeg'), /kullanılamıyor/],
    ['a broken stream of pixels', image(png({ pixels: Buffer.from('bozuk') })), /kullanılamıyor/],
    ['fewer pixels than it says', image(png({ pixels: deflateSync(Buffer.alloc(5)) })), /kullanılamıyor/],
    [
      'more pixels than it says',
      image(png({ pixels: deflateSync(Buffer.alloc(9_000_000)) })),
      /kullanılamıyor/,
    ],
    ['one that is cut off', image(png().subarray(0, 60)), /kullanılamıyor/],
    ['an interlaced PNG', image(png({ way: 1 })), /kullanılamıyor/],
    ['a side too long', image(png({ width: 5_000 })), /4000 piksel/],
    [
      'paths that lead nowhere',
      { ...drawn, shapes: [{ d: 'M1e999 0L1 1Z', fill: '#112233' }] },
      /çizilemiyor/,
    ],
  ])('is refused where it is %s, and nothing is changed', async (_, logo, sentence) => {
    expect(await save(logo)).toMatchObject({
      error: { fields: [{ path: 'logo', message: expect.stringMatching(sentence) }] },
    });
    expect((await counter.ok('organisation.logo', {}, at.admin)).isOwn).toBe(false);
  });
});
