import { isTouched } from './draft.ts';
import { draftsVersion, type Sheet } from './draft-store.ts';

type Sheets = Readonly<Record<string, Sheet>>;

/** What the store keeps of a clerk's half-written forms; empty where there is nothing worth keeping. */
export function bodyOf(sheets: Sheets, userId: string): string {
  const own = Object.entries(sheets).filter(
    ([key, sheet]) => key.startsWith(`${userId}/`) && (isTouched(sheet.draft) || sheet.intent !== null),
  );
  if (own.length === 0) return '';
  return JSON.stringify({ version: draftsVersion, sheets: Object.fromEntries(own) });
}

/** The forms that were kept for this clerk; none where another version of Banko wrote them. */
export function sheetsOf(body: string | null, userId: string): Sheets {
  if (body === null) return {};
  const kept: { readonly version?: unknown; readonly sheets?: Sheets } = JSON.parse(body);
  if (kept.version !== draftsVersion) return {};
  return Object.fromEntries(
    Object.entries(kept.sheets ?? {}).filter(([key]) => key.startsWith(`${userId}/`)),
  );
}
