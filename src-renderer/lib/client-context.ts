import { createContext, useContext } from 'react';
import type { Client } from './client.ts';
import { reportHost } from './host-status.ts';

export const ClientContext = createContext<Client | undefined>(undefined);

export function useClient(): Client {
  const client = useContext(ClientContext);
  if (client === undefined) throw new Error('useClient needs a ClientContext above it');
  return client;
}

/** Every call tells the banner whether the host answered. */
export function withHostStatus(client: Client): Client {
  return {
    onChanged: client.onChanged,
    async call(method, input, commandId) {
      const result = await client.call(method, input, commandId);
      reportHost(result.ok || result.error.code !== 'host_unreachable');
      return result;
    },
  };
}
