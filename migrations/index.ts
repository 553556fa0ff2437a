import type { Migration } from 'kysely/migration';
import * as initial from './0001-initial.ts';
import * as hub from './0002-hub.ts';
import * as screens from './0003-screens.ts';
import * as meetings from './0004-meetings.ts';
import * as switchboard from './0005-switchboard.ts';
import * as attachments from './0006-attachments.ts';
import * as procedures from './0007-procedures.ts';
import * as foundConsumers from './0008-found-consumers.ts';
import * as audit from './0009-audit.ts';
import * as texts from './0010-texts.ts';
import * as consents from './0011-consents.ts';
import * as privacy from './0011-privacy.ts';
import * as destruction from './0012-destruction.ts';

/** In the order in which they run. A released one is never edited; a change is a new number. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-initial': initial,
  '0002-hub': hub,
  '0003-screens': screens,
  '0004-meetings': meetings,
  '0005-switchboard': switchboard,
  '0006-attachments': attachments,
  '0007-procedures': procedures,
  '0008-found-consumers': foundConsumers,
  '0009-audit': audit,
  '0010-texts': texts,
  '0011-consents': consents,
  '0011-privacy': privacy,
  '0012-destruction': destruction,
};
