export type CsvRecord = {
  /** In the file, from 1; where the record begins. */
  readonly line: number;
  readonly fields: readonly string[];
};

/**
 * Reads what Turkish Excel writes: fields parted by `;`, quoted where they hold one, a quote doubled, a mark of
 * UTF-8 before the first. Lines with nothing in them are passed over.
 */
export function readCsv(text: string): readonly CsvRecord[] {
  const records: CsvRecord[] = [];
  let fields: string[] = [];
  let field = '';
  let isQuoted = false;
  let line = 1;
  let begins = 1;

  function endRecord(): void {
    const all = [...fields, field].map((value) => value.trim());
    if (all.some((value) => value !== '')) records.push({ line: begins, fields: all });
    fields = [];
    field = '';
    begins = line;
  }

  const source = `${text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')}\n`;
  for (let at = 0; at < source.length; at += 1) {
    const sign = source.charAt(at);
    if (sign === '\n') line += 1;
    if (isQuoted) {
      if (sign !== '"') field += sign;
      else if (source.charAt(at + 1) === '"') {
        field += sign;
        at += 1;
      } else isQuoted = false;
    } else if (sign === '"' && field.trim() === '') {
      isQuoted = true;
      field = '';
    } else if (sign === ';') {
      fields.push(field);
      field = '';
    } else if (sign === '\n') endRecord();
    else field += sign;
  }
  // A quote that is never closed holds the rest of the file.
  if (isQuoted) endRecord();
  return records;
}
