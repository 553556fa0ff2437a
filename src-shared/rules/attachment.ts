/** What may be attached to an application; the one place for its limits, in bytes and letters. */
export const attachmentLimits = {
  file: 20 * 1024 * 1024,
  application: 100 * 1024 * 1024,
  name: 120,
  /** Sent at once between screen, core and gateway; as base64 it stays far below the body that a host takes. */
  slice: 256 * 1024,
} as const;

/**
 * What a counter gets: scans, photographs and PDF. Office documents stay out, since they can carry macros and nobody
 * could look at them here; they are saved as PDF first.
 */
export const attachmentKinds = ['pdf', 'jpeg', 'png', 'tiff', 'heic'] as const;
export type AttachmentKind = (typeof attachmentKinds)[number];

type Format = { readonly mediaType: string; readonly extensions: readonly [string, ...string[]] };

export const attachmentFormats: Readonly<Record<AttachmentKind, Format>> = {
  pdf: { mediaType: 'application/pdf', extensions: ['pdf'] },
  jpeg: { mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg', 'jpe', 'jfif'] },
  png: { mediaType: 'image/png', extensions: ['png'] },
  tiff: { mediaType: 'image/tiff', extensions: ['tif', 'tiff'] },
  heic: { mediaType: 'image/heic', extensions: ['heic', 'heif'] },
};

/** Why something is not taken; each is a code of `contract/errors.ts`. */
export type AttachmentRefusal =
  | 'attachment_empty'
  | 'attachment_too_large'
  | 'attachment_kind'
  | 'attachment_disguised';

/** How many bytes of the beginning `kindOfContent` looks at. */
export const headBytes = 16;

/** The kind that a name's extension promises. */
export function kindOfName(name: string): AttachmentKind | undefined {
  const extension = /\.([a-z]{3,4})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  return attachmentKinds.find((kind) => attachmentFormats[kind].extensions.includes(extension));
}

export function kindOfMediaType(mediaType: string): AttachmentKind | undefined {
  return attachmentKinds.find((kind) => attachmentFormats[kind].mediaType === mediaType);
}

/** The kind that the first bytes show, whatever the name says. */
export function kindOfContent(head: Uint8Array): AttachmentKind | undefined {
  return attachmentKinds.find((kind) => marks[kind](head));
}

/** By name and size alone, before a byte is read. */
export function refusalOfOffer(name: string, size: number): AttachmentRefusal | undefined {
  if (size === 0) return 'attachment_empty';
  if (size > attachmentLimits.file) return 'attachment_too_large';
  return kindOfName(name) === undefined ? 'attachment_kind' : undefined;
}

/** By the first bytes: a known kind, and the one that the name promises. */
export function refusalOfContent(name: string, head: Uint8Array): AttachmentRefusal | undefined {
  const kind = kindOfContent(head);
  if (kind === undefined) return kindOfName(name) === undefined ? 'attachment_kind' : 'attachment_disguised';
  return kind === kindOfName(name) ? undefined : 'attachment_disguised';
}

const heicBrands = ['heic', 'heix', 'heim', 'heis', 'mif1'];

const marks: Readonly<Record<AttachmentKind, (head: Uint8Array) => boolean>> = {
  pdf: (head) => asciiAt(head, 0, 5) === '%PDF-',
  jpeg: (head) => startsWith(head, [0xff, 0xd8, 0xff]),
  png: (head) => startsWith(head, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  tiff: (head) => startsWith(head, [0x49, 0x49, 0x2a, 0x00]) || startsWith(head, [0x4d, 0x4d, 0x00, 0x2a]),
  heic: (head) => asciiAt(head, 4, 4) === 'ftyp' && heicBrands.includes(asciiAt(head, 8, 4)),
};

function startsWith(head: Uint8Array, bytes: readonly number[]): boolean {
  return bytes.every((byte, index) => head[index] === byte);
}

function asciiAt(head: Uint8Array, from: number, length: number): string {
  return String.fromCharCode(...head.subarray(from, from + length));
}
