import { createHash } from 'node:crypto';
import type { SealAbout } from '../../core/seal-port.ts';
import { type PdfParts, readPdf } from './read-pdf.ts';
import { type SignedPdf, signedParts } from './signature-room.ts';

/** Numbers of the byte range are known after they are written: each has room for any file below 10 GB. */
const rangeDigits = 10;

/**
 * Appends an update with an empty signature of which everything but its room is signed; what was there stays byte for
 * byte. The signature covers the whole file: catalogue, first page and the field that holds it are the update's own.
 * @param room bytes kept for the signature
 */
export function appendSignature(pdf: Uint8Array, about: SealAbout, room: number): SignedPdf {
  const parts = readPdf(pdf);
  const [signature, field] = [parts.size, parts.size + 1];
  const objects = [
    { id: parts.root.id, body: catalogue(parts, field) },
    { id: parts.firstPage.id, body: withField(parts.firstPage.body, field) },
    { id: signature, body: signatureBody(about, room) },
    {
      id: field,
      body: `/Type /Annot /Subtype /Widget /FT /Sig /T (Muhur) /Rect [0 0 0 0] /F 132 /P ${parts.firstPage.id} 0 R /V ${signature} 0 R`,
    },
  ];
  const places: { readonly id: number; readonly at: number }[] = [];
  let text = '\n';
  for (const { id, body } of objects) {
    places.push({ id, at: pdf.length + text.length });
    text += `${id} 0 obj\n<<\n${body}\n>>\nendobj\n`;
  }
  const tableAt = pdf.length + text.length;
  text += `xref\n0 1\n0000000000 65535 f \n`;
  for (const { id, at } of places.toSorted((a, b) => a.id - b.id))
    text += `${id} 1\n${String(at).padStart(10, '0')} 00000 n \n`;
  text += `trailer\n<<\n/Size ${parts.size + 2}\n/Root ${parts.root.id} 0 R\n/Info ${parts.info}\n`;
  text += `/ID [${parts.id} <${changedId(pdf, text)}>]\n/Prev ${parts.tableAt}\n>>\nstartxref\n${tableAt}\n%%EOF\n`;
  return withRange(pdf, text, room);
}

function catalogue({ root }: PdfParts, field: number): string {
  // A version before 1.7 knows no SHA-256 in signatures.
  const version = /\/Version\b/.test(root.body) ? '' : '\n/Version /1.7';
  return `${root.body}${version}\n/AcroForm << /Fields [${field} 0 R] /SigFlags 3 >>`;
}

function withField(page: string, field: number): string {
  if (/\/Annots\b/.test(page)) throw new Error('A PDF whose first page has annotations');
  return `${page}\n/Annots [${field} 0 R]`;
}

function signatureBody({ name, reason, at }: SealAbout, room: number): string {
  return [
    '/Type /Sig\n/Filter /Adobe.PPKLite\n/SubFilter /ETSI.CAdES.detached',
    `/ByteRange [0 ${' '.repeat(3 * (rangeDigits + 1))}]`,
    `/Contents <${'0'.repeat(2 * room)}>`,
    `/Name ${textString(name)}\n/Reason ${textString(reason)}\n/M (${dateString(at)})`,
  ].join('\n');
}

function withRange(pdf: Uint8Array, text: string, room: number): SignedPdf {
  const start = pdf.length + text.indexOf('/Contents <') + '/Contents '.length;
  const end = start + 2 * room + 2;
  const numbers = [start, end, pdf.length + text.length - end];
  const range = numbers.map((number) => String(number).padEnd(rangeDigits)).join(' ');
  const filled = text.replace(
    /\/ByteRange \[0 {1,}\]/,
    `/ByteRange [0 ${range.padEnd(3 * (rangeDigits + 1))}]`,
  );
  return signedParts(Buffer.concat([pdf, Buffer.from(filled, 'latin1')]));
}

/** Text of any language, as PDF has it: UTF-16 with its mark. */
function textString(text: string): string {
  return `<feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;
}

function dateString(iso: string): string {
  return `D:${new Date(iso).toISOString().slice(0, 19).replace(/\D/g, '')}Z`;
}

function changedId(pdf: Uint8Array, text: string): string {
  return createHash('sha256').update(pdf).update(text).digest('hex').slice(0, 32);
}
