import type { ApplicationFile } from '../../../src-shared/contract/application-file.ts';
import { type ActionName, actionNames } from './action-drafts.ts';

/** The actions that the file allows, in the order of the work. */
export function allowedActions({ can }: Pick<ApplicationFile, 'can'>): readonly ActionName[] {
  return actionNames.filter((action) => can[action]);
}

/**
 * What a clerk most likely came to do, opened by itself: a new or returned case is routed, an answered one is
 * called, and what lacks nothing is closed. Undefined where nothing can be done.
 */
export function nextAction(
  file: Pick<ApplicationFile, 'can' | 'status' | 'closingGaps'>,
): ActionName | undefined {
  const allowed = allowedActions(file);
  const wished = wishedFor(file);
  return allowed.includes(wished) ? wished : allowed.findLast((name) => usual.has(name));
}

/** Those that one comes for; the rest are opened by whoever wants them. */
const usual: ReadonlySet<ActionName> = new Set(['route', 'call', 'close', 'supply']);

function wishedFor({ status, closingGaps }: Pick<ApplicationFile, 'status' | 'closingGaps'>): ActionName {
  switch (status) {
    case 'waiting_for_applicant':
      return 'supply';
    case 'registered':
    case 'reopened':
    case 'returned_to_router':
      return 'route';
    case 'routed':
    case 'in_progress_at_team':
      return 'call';
    case 'answered_by_team':
    case 'contacting_customer':
    case 'closed':
    case 'referred_to_supplier':
    case 'merged_duplicate':
    case 'cancelled_by_applicant':
      return closingGaps.length === 0 ? 'close' : 'call';
  }
}
