import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useAnnouncements } from '../lib/announcements.ts';
import { makeClient } from '../lib/client.ts';
import { ClientContext, observed } from '../lib/client-context.ts';
import { useKeyListener } from '../lib/keys.ts';
import { makeQueryClient } from '../lib/query-client.ts';
import { followAnswers } from './follow-answers.ts';
import { inWindowLanguage } from './in-window-language.ts';
import { cssVariables, theme } from './theme.ts';

/** One client and one cache per window, made when it opens. */
export function Providers({ children }: { readonly children: ReactNode }) {
  const [queries] = useState(makeQueryClient);
  const [client] = useState(() => observed(inWindowLanguage(makeClient()), followAnswers(queries)));
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <QueryClientProvider client={queries}>
        <ClientContext value={client}>
          <Listeners />
          {children}
        </ClientContext>
      </QueryClientProvider>
    </MantineProvider>
  );
}

function Listeners() {
  useAnnouncements();
  useKeyListener();
  return null;
}
