import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useState } from 'react';
import { useClient } from '../../lib/client-context.ts';
import type { ScreenFailure } from '../../lib/screen-result.ts';
import { readWhole } from './read-whole.ts';

type Content = {
  readonly url: string | undefined;
  readonly failure: ScreenFailure | null;
  readonly retry: () => void;
};

/**
 * A file as an address that this window alone can open, for as long as the component is shown. Each place reads for
 * itself, since each look is on record, and nothing is kept when it is gone.
 */
export function useContent(attachmentId: string): Content {
  const client = useClient();
  const { data, error, isFetching, refetch } = useQuery<Blob, ScreenFailure>({
    queryKey: ['content of an attachment', attachmentId, useId()],
    queryFn: async ({ signal }) => {
      const read = await readWhole(client, attachmentId, signal);
      if (!read.ok) throw read.error;
      return read.value;
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    if (data === undefined) return undefined;
    const made = URL.createObjectURL(data);
    setUrl(made);
    return () => {
      URL.revokeObjectURL(made);
      setUrl(undefined);
    };
  }, [data]);
  return { url, failure: isFetching ? null : error, retry: () => void refetch() };
}
