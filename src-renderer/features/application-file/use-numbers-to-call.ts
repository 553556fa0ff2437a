import type { ApplicationFile } from '../../../src-shared/contract/application-file.ts';
import { revealable } from '../../components/reveal/revealable.ts';
import { useReveal } from '../../components/reveal/use-reveal.ts';

/** The applicant's telephones, shown by the key that opens the call: calling is the reason, and nobody is asked for it. */
export function useNumbersToCall({ id, applicant, revealed }: ApplicationFile) {
  const { show, isRunning } = useReveal({ kind: 'application', id });
  const fields = revealable({ ...applicant, identityNo: null, email: null });
  const isShown = fields.every((field) => revealed?.fields.includes(field));
  return {
    isShown,
    isRunning,
    showToCall: () => {
      if (!isShown && !isRunning) void show(fields, 'call');
    },
  };
}
