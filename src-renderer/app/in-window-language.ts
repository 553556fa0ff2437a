import { failureIn } from '../i18n/in-language.ts';
import type { Client } from '../lib/client.ts';
import { useLanguage } from '../lib/preferences.ts';

/** Every refusal reaches the screens in the language of this window. */
export function inWindowLanguage(client: Client): Client {
  return {
    onChanged: client.onChanged,
    async call(method, input, commandId) {
      const result = await client.call(method, input, commandId);
      if (result.ok) return result;
      return { ok: false, error: failureIn(useLanguage.getState().language, result.error) };
    },
  };
}
