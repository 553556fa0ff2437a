import type { InputOf } from '../../../src-shared/contract/index.ts';
import { useText } from '../../i18n/use-text.ts';
import { type Command, useCommand } from '../../lib/use-method.ts';
import { notifyDone } from '../notify.ts';
import { signingText } from './text.ts';

export type StartInput = Omit<InputOf<'signing.start'>, 'where'>;
type Elsewhere = 'second_window' | 'tablet';

/** Puts the texts on another screen than this one. */
export function useStart(input: StartInput): {
  readonly command: Command<'signing.start'>;
  readonly startAt: (where: Elsewhere) => Promise<boolean>;
} {
  const text = useText(signingText);
  const command = useCommand('signing.start');
  return {
    command,
    startAt: async (where) => {
      const result = await command.run({ ...input, where });
      if (result.ok) notifyDone(text.started[where]);
      return result.ok;
    },
  };
}
