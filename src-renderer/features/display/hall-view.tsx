import type { ReactNode } from 'react';
import type { DisplayState, ShownCall } from '../../../src-shared/contract/display.ts';
import { sentenceOf } from '../../../src-shared/rules/announcement.ts';
import { keyOf } from './call-queue.ts';
import { CurrentCall } from './current-call.tsx';
import css from './hall.module.css';
import { HallHeader } from './hall-header.tsx';
import { LastCalls } from './last-calls.tsx';
import { WaitingStrip } from './waiting-strip.tsx';

type Props = {
  readonly state: DisplayState;
  /** The call that is being called out; it stands large, whatever is newer. */
  readonly saying: ShownCall | null;
  readonly now: number;
  /** What has to be said of connection and sound. */
  readonly notices: ReactNode;
};

/** The hall's display at a glance: one number large, the last ones, who waits. Never scrolls. */
export function HallView({ state, saying, now, notices }: Props) {
  const { calls } = state;
  const current = calls.find((call) => saying !== null && keyOf(call) === keyOf(saying)) ?? calls[0];
  return (
    <main className={css.hall} style={shiftAt(now)}>
      <HallHeader branchName={state.branchName} now={now} />
      {notices}
      <CurrentCall call={current} isBeingSaid={saying !== null} now={now} />
      <LastCalls calls={calls.filter((call) => call !== current)} />
      <WaitingStrip categories={state.categories} />
      <p className={css.heard} aria-live="assertive">
        {saying === null ? '' : sentenceOf({ label: saying.label, placeName: saying.place.name })}
      </p>
    </main>
  );
}

const shifts = [
  [0, 0],
  [3, 1],
  [1, 3],
  [-2, 2],
  [-3, -1],
  [2, -3],
] as const;

/** A few pixels every ten minutes, so that no letter burns into the screen. */
function shiftAt(now: number) {
  const [x, y] = shifts[Math.floor(now / 600_000) % shifts.length] ?? [0, 0];
  return { '--shift-x': `${x}px`, '--shift-y': `${y}px` };
}
