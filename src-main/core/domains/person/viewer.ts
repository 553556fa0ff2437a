import {
  type FieldClass,
  type Sight,
  sightOf,
  type Viewer,
} from '../../../../src-shared/rules/field-access.ts';
import { type Context, userOf } from '../../handler.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import { userById } from '../session/users.repo.ts';
import type { Reveals, Subject } from './reveals.ts';

/** Who asks, as far as it decides what an answer may hold. The permission is read anew: it can be taken back. */
export async function viewerOf(
  db: Reader,
  context: Context,
  reveals: Pick<Reveals, 'of'>,
  subject: Subject,
): Promise<Viewer> {
  const { id, role } = userOf(context);
  return {
    role,
    mayKnowInformants: (await userById(db, id))?.mayKnowInformants ?? false,
    revealed: new Set(reveals.of(context, subject)?.fields ?? []),
  };
}

/** Nothing is revealed to: lists, files of an application, what leads from one to another. */
export async function plainViewerOf(db: Reader, context: Context): Promise<Viewer> {
  return viewerOf(db, context, { of: () => null }, { kind: 'application', id: '' });
}

/** How much of each class this viewer sees of one person. */
export type Sights = (field: FieldClass) => Sight;

export function sightsOf(viewer: Viewer, isOfInformant: boolean): Sights {
  return (field) => sightOf(viewer, field, isOfInformant);
}
