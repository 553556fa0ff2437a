import type { TeamsRefusal } from '../../../src-shared/contract/teams.ts';
import type { OnlineMeetingFailure } from '../../core/ports.ts';

type Failed = { readonly ok: false; readonly failure: OnlineMeetingFailure };

export function later(retryAfterMs: number | null): Failed {
  return { ok: false, failure: { kind: 'later', retryAfterMs } };
}

export function refused(code: TeamsRefusal): Failed {
  return { ok: false, failure: { kind: 'refused', code } };
}
