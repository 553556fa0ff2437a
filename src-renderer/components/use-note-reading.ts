import type { Unusual } from '../../src-shared/contract/audit.ts';
import { useCommand, useQueryMethod } from '../lib/use-method.ts';
import { notifyFailure } from './notify.ts';

/** Looks are announced to nobody, so what they add up to is asked for now and then. */
const everyMillis = 10 * 60_000;

/** Unusual reading, and taking note of it. For whoever may read the audit. */
export function useNoteReading(isEnabled = true) {
  const { data, error, refetch } = useQueryMethod('audit.unusual', {}, { enabled: isEnabled, everyMillis });
  const command = useCommand('audit.note');
  return {
    signs: data?.signs ?? [],
    error,
    retry: () => void refetch(),
    isRunning: command.isRunning,
    note: async (signs: readonly Unusual[]): Promise<void> => {
      const result = await command.run({
        signs: signs.map(({ sign, userId, day, subjectId, count }) => ({
          ...{ sign, userId, day, subjectId, count },
        })),
      });
      if (!result.ok) notifyFailure(result.error);
    },
  };
}
