import { classifyQuery } from '../../src-shared/text/query-kind.ts';

/** What our own papers carry: the tracking code (barcode, QR) or an application number; else undefined. */
export function scannedCode(text: string): string | undefined {
  for (const query of classifyQuery(text)) {
    if (query.kind === 'trackingCode') return query.trackingCode;
    if (query.kind === 'applicationNo') return query.applicationNo;
  }
  return undefined;
}
