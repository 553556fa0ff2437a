export type PdfDictionary = { readonly id: number; readonly body: string };

/** What of a PDF an update that is appended has to know. */
export type PdfParts = {
  readonly size: number;
  readonly info: string;
  readonly id: string;
  /** Where its table of objects begins. */
  readonly tableAt: number;
  readonly root: PdfDictionary;
  readonly firstPage: PdfDictionary;
};

/**
 * Reads what pdfkit writes: one classical table of all objects and no update after it. Throws for anything else, which
 * no paper of ours is.
 */
export function readPdf(pdf: Uint8Array): PdfParts {
  // One character for each byte, so that places in the text are places in the file.
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  const tableAt = Number(found(/startxref\s+(\d+)\s+%%EOF\s*$/, text.slice(-64)));
  const [, from = '', to = ''] = /^xref\s+(\d+) (\d+)\s+/.exec(text.slice(tableAt, tableAt + 40)) ?? [];
  const trailerAt = text.indexOf('trailer', tableAt);
  if (from !== '0' || trailerAt < 0) throw new Error('A PDF without a classical table');
  const entries = [...text.slice(tableAt, trailerAt).matchAll(/^(\d{10}) \d{5} [nf]/gm)];
  if (entries.length !== Number(to)) throw new Error('A PDF whose table does not hold what it says');
  const trailer = text.slice(trailerAt);
  if (/\/Prev\b|\/Encrypt\b/.test(trailer)) throw new Error('A PDF that was changed after it was made');

  const root = dictionary(referred('Root', trailer));
  if (/\/AcroForm\b/.test(root.body)) throw new Error('A PDF that is sealed already');
  const pages = dictionary(referred('Pages', root.body));
  return {
    size: entries.length,
    info: found(/\/Info (\d+ 0 R)/, trailer),
    id: found(/\/ID \[(<[0-9a-f]+>)/i, trailer),
    tableAt,
    root,
    firstPage: dictionary(Number(found(/\/Kids \[(\d+) 0 R/, pages.body))),
  };

  function dictionary(id: number): PdfDictionary {
    const at = Number(entries[id]?.[1] ?? -1);
    const end = text.indexOf('endobj', at);
    const object = text.slice(at, end);
    const [, body] = new RegExp(`^${id} 0 obj\\s*<<([\\s\\S]*)>>\\s*$`).exec(object) ?? [];
    if (body === undefined) throw new Error('A PDF with another object where a dictionary should stand');
    return { id, body: body.trim() };
  }
}

function referred(name: string, text: string): number {
  return Number(found(new RegExp(`/${name} (\\d+) 0 R`), text));
}

function found(pattern: RegExp, text: string): string {
  const value = pattern.exec(text)?.[1];
  if (value === undefined) throw new Error(`A PDF without ${pattern}`);
  return value;
}
