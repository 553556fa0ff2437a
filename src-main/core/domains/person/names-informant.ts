import type { Stream } from '../../../../src-shared/ledger/entry.ts';
import { foldApplication } from '../../../../src-shared/ledger/reduce-application.ts';
import type { Context } from '../../handler.ts';
import { entriesOfStream, type Reader } from '../../ledger/entries.repo.ts';
import { isHiddenFrom } from '../application/file.service.ts';
import { plainViewerOf } from './viewer.ts';

/** Whether a paper with the applicant's name would tell this reader who informed (THY; FF-4): then there is none. */
export async function namesInformant(db: Reader, context: Context, stream: Stream): Promise<boolean> {
  if (stream.kind !== 'application') return false;
  const state = foldApplication(await entriesOfStream(db, stream));
  return state !== undefined && isHiddenFrom(state, await plainViewerOf(db, context));
}
