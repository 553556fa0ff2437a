import { createContext, useContext } from 'react';
import type { Method } from '../../src-shared/contract/index.ts';
import type { Client } from './client.ts';
import type { ScreenResult } from './screen-result.ts';

export const ClientContext = createContext<Client | undefined>(undefined);

export function useClient(): Client {
  const client = useContext(ClientContext);
  if (client === undefined) throw new Error('useClient needs a ClientContext above it');
  return client;
}

/** Tells `onAnswer` of every answer, before the caller gets it. */
export function observed(
  client: Client,
  onAnswer: (method: Method, result: ScreenResult<unknown>) => void,
): Client {
  return {
    onChanged: client.onChanged,
    async call(method, input, commandId) {
      const result = await client.call(method, input, commandId);
      onAnswer(method, result);
      return result;
    },
  };
}
