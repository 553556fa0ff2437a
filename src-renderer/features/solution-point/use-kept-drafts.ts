import { useEffect, useState } from 'react';
import { useClient } from '../../lib/client-context.ts';
import { bodyOf, sheetsOf } from './kept-drafts.ts';
import { draftStore } from './use-sheet.ts';

/** A pause in typing: a power cut costs the words of the last second. */
const restMillis = 800;

/**
 * Keeps the clerk's half-written forms in the store of this PC, and brings back what the last window left there. While
 * the store can't be reached the session's own copy goes on; the next change tries again.
 */
export function useKeptDrafts(userId: string | undefined): void {
  const client = useClient();
  const [loadedFor, setLoadedFor] = useState<string | null>(null);

  useEffect(() => {
    if (userId === undefined || loadedFor === userId) return;
    let isGone = false;
    void client.call('draft.load', {}).then((result) => {
      if (isGone || !result.ok) return;
      draftStore.takeIn(sheetsOf(result.value.body, userId));
      setLoadedFor(userId);
    });
    return () => {
      isGone = true;
    };
  }, [client, userId, loadedFor]);

  useEffect(() => {
    if (userId === undefined || loadedFor !== userId) return;
    let kept = bodyOf(draftStore.getState().sheets, userId);
    let timer: ReturnType<typeof setTimeout> | undefined;
    async function keep(owner: string): Promise<void> {
      const body = bodyOf(draftStore.getState().sheets, owner);
      if (body === kept) return;
      const result = await client.call('draft.save', { body }, crypto.randomUUID());
      if (result.ok) kept = body;
    }
    const unsubscribe = draftStore.subscribe(() => {
      clearTimeout(timer);
      timer = setTimeout(() => void keep(userId), restMillis);
    });
    return () => {
      unsubscribe();
      clearTimeout(timer);
      void keep(userId);
    };
  }, [client, userId, loadedFor]);
}
