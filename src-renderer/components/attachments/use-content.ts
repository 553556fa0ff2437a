import { useEffect, useState } from 'react';
import { useClient } from '../../lib/client-context.ts';
import type { ScreenFailure } from '../../lib/screen-result.ts';
import { readWhole } from './read-whole.ts';

type Content = { readonly url: string | undefined; readonly failure: ScreenFailure | null };

/** A file as an address that this window alone can open, for as long as the component is shown. */
export function useContent(attachmentId: string): Content & { readonly retry: () => void } {
  const client = useClient();
  const [content, setContent] = useState<Content>({ url: undefined, failure: null });
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt reads again
  useEffect(() => {
    const leaving = new AbortController();
    let url: string | undefined;
    void readWhole(client, attachmentId, leaving.signal).then((read) => {
      if (leaving.signal.aborted) return;
      if (read.ok) url = URL.createObjectURL(read.value);
      setContent(read.ok ? { url, failure: null } : { url: undefined, failure: read.error });
    });
    return () => {
      leaving.abort();
      if (url !== undefined) URL.revokeObjectURL(url);
    };
  }, [client, attachmentId, attempt]);
  return {
    ...content,
    retry: () => {
      setContent({ url: undefined, failure: null });
      setAttempt((before) => before + 1);
    },
  };
}
