import { describe, expect, test } from 'vitest';
import { attachmentLimits, kindOfContent, refusalOfContent, refusalOfOffer } from './attachment.ts';

function bytes(...parts: readonly (string | readonly number[])[]): Uint8Array {
  return Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === 'string' ? [...part].map((letter) => letter.charCodeAt(0)) : part,
    ),
  );
}

const heads = {
  pdf: bytes('%PDF-1.7\n'),
  jpeg: bytes([0xff, 0xd8, 0xff, 0xe0], '..JFIF'),
  png: bytes([0x89], 'PNG\r\n', [0x1a], '\n'),
  tiffLittle: bytes('II', [0x2a, 0]),
  tiffBig: bytes('MM', [0, 0x2a]),
  heic: bytes([0, 0, 0, 24], 'ftypheic'),
  video: bytes([0, 0, 0, 24], 'ftypisom'),
  program: bytes('MZ', [0x90, 0]),
  linuxProgram: bytes([0x7f], 'ELF'),
  script: bytes('#!/bin/sh\n'),
  page: bytes('<!doctype html>'),
  archive: bytes('PK', [3, 4]),
  oldOffice: bytes([0xd0, 0xcf, 0x11, 0xe0]),
};

test('the kind is what the first bytes show', () => {
  const kinds = Object.fromEntries(Object.entries(heads).map(([name, head]) => [name, kindOfContent(head)]));
  expect(kinds).toEqual({
    ...{ pdf: 'pdf', jpeg: 'jpeg', png: 'png', tiffLittle: 'tiff', tiffBig: 'tiff', heic: 'heic' },
    ...{ video: undefined, program: undefined, linuxProgram: undefined, script: undefined },
    ...{ page: undefined, archive: undefined, oldOffice: undefined },
  });
});

test.each([
  ['fatura.pdf', 0, 'attachment_empty'],
  ['fatura.pdf', 1, undefined],
  ['fatura.pdf', attachmentLimits.file, undefined],
  ['fatura.pdf', attachmentLimits.file + 1, 'attachment_too_large'],
  ['FATURA.PDF', 10, undefined],
  ['resim.JPG', 10, undefined],
  ['kurulum.exe', 10, 'attachment_kind'],
  ['fatura.pdf.exe', 10, 'attachment_kind'],
  ['dilekçe.docx', 10, 'attachment_kind'],
  ['adsız', 10, 'attachment_kind'],
] as const)('%s of %d bytes is answered with %s', (name, size, refusal) => {
  expect(refusalOfOffer(name, size)).toBe(refusal);
});

describe('a name that promises another kind than the content', () => {
  test.each([
    ['fatura.pdf', heads.pdf, undefined],
    ['foto.jpeg', heads.jpeg, undefined],
    ['fatura.pdf', heads.program, 'attachment_disguised'],
    ['foto.png', heads.jpeg, 'attachment_disguised'],
    ['fatura.pdf', new Uint8Array(), 'attachment_disguised'],
    ['kurulum.exe', heads.program, 'attachment_kind'],
  ] as const)('%s', (name, head, refusal) => {
    expect(refusalOfContent(name, head)).toBe(refusal);
  });
});
