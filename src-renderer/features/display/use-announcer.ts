import { useCallback, useEffect, useRef, useState } from 'react';
import type { DisplayState } from '../../../src-shared/contract/display.ts';
import { createAnnouncer } from './announcer.ts';
import { useDisplaySettings } from './display-settings.ts';
import { createLoudspeaker, type Loudspeaker, type SoundState } from './loudspeaker.ts';
import { useSaying } from './use-saying.ts';

/** So long each call stands large, also where it is short or nothing is heard. */
const leastMillis = 4_000;

const wait = (millis: number) => new Promise<void>((resolve) => setTimeout(resolve, millis));

type Announcing = {
  readonly sound: SoundState;
  /** In answer to a key or a touch. */
  readonly unblock: () => void;
  /** Says a call that is none, so that whoever hangs the screen up hears how loud it is. */
  readonly tryOut: () => void;
};

const sample = { label: 'A105', placeName: 'Banko 2' };

/** Calls out what is new in each state of the hall; see `useSaying`. */
export function useAnnouncer(state: DisplayState | undefined): Announcing {
  const [sound, setSound] = useState<SoundState>('loading');
  const parts = useRef<Parts>(undefined);

  useEffect(() => {
    const loudspeaker = createLoudspeaker(setSound);
    const announcer = createAnnouncer({
      onSaying: (call) => useSaying.setState({ call }),
      say: async ({ label, place }) => {
        const call = { label, placeName: place.name };
        await Promise.all([loudspeaker.say(call, useDisplaySettings.getState()), wait(leastMillis)]);
      },
    });
    parts.current = { loudspeaker, announcer };
    return () => {
      parts.current = undefined;
      void loudspeaker.close();
    };
  }, []);

  useEffect(() => {
    if (state !== undefined) parts.current?.announcer.take(state);
  }, [state]);

  useEffect(() => {
    if (state !== undefined && sound === 'missing') parts.current?.loudspeaker.wake();
  }, [state, sound]);

  const unblock = useCallback(() => parts.current?.loudspeaker.wake(), []);
  const tryOut = useCallback(
    () => void parts.current?.loudspeaker.say(sample, useDisplaySettings.getState()),
    [],
  );
  return { sound, unblock, tryOut };
}

type Parts = {
  readonly loudspeaker: Loudspeaker;
  readonly announcer: ReturnType<typeof createAnnouncer>;
};
