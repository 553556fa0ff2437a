import type { ReactNode } from 'react';
import type { DoorState } from '../../../src-shared/contract/display.ts';
import { formatTime } from '../../../src-shared/text/format.ts';
import { useText } from '../../i18n/use-text.ts';
import css from './door.module.css';
import { doorText } from './text.ts';

type Props = {
  readonly state: DoorState;
  readonly now: number;
  /** What has to be said of the connection. */
  readonly notices: ReactNode;
};

/** A tablet beside the door of a meeting room. */
export function DoorView({ state, now, notices }: Props) {
  const text = useText(doorText);
  const { room, status, label, since } = state;
  const iso = new Date(now).toISOString();
  if (room === null)
    return (
      <main className={css.door} data-status="free">
        {notices}
        <section className={css.panel}>
          <h1 className={css.nothing}>{text.noRoom}</h1>
          <p className={css.hint}>{text.noRoomHint}</p>
        </section>
      </main>
    );
  return (
    <main className={css.door} data-status={status}>
      <header className={css.header}>
        <div className={css.names}>
          <h1 className={css.room}>{room.name}</h1>
          <p className={css.unit}>{room.unit}</p>
        </div>
        <time className={css.clock} dateTime={iso}>
          {formatTime(iso)}
        </time>
      </header>
      {notices}
      <section className={css.panel} aria-live="polite">
        <h2 className={css.status}>
          <StatusMark status={status} />
          {text.status[status]}
        </h2>
        {label === null ? null : (
          <p className={css.number} style={{ '--chars': label.length }}>
            {label}
          </p>
        )}
        <p className={css.hint}>{hintOf(status, text)}</p>
        {status === 'busy' && since !== null ? (
          <p className={css.since}>{text.since(formatTime(since))}</p>
        ) : null}
      </section>
      <NextNumbers state={state} />
    </main>
  );
}

function NextNumbers({ state: { next, waiting } }: { readonly state: DoorState }) {
  const text = useText(doorText);
  const more = waiting - next.length;
  return (
    <section className={css.next} aria-labelledby="next">
      <h2 id="next" className={css.caption}>
        {text.next}
      </h2>
      {next.length === 0 ? (
        <p className={css.nobody}>{text.nobodyNext}</p>
      ) : (
        <ol className={css.labels}>
          {next.map((label) => (
            <li key={label}>{label}</li>
          ))}
        </ol>
      )}
      {more > 0 ? <p className={css.more}>{text.more(more)}</p> : null}
    </section>
  );
}

/** A shape for each state, so that nobody needs to tell the colours apart. */
function StatusMark({ status }: Pick<DoorState, 'status'>) {
  const shapes = {
    free: <circle cx="12" cy="12" r="8" fill="none" strokeWidth="4" />,
    held: <path d="M12 3 22 21H2Z" />,
    busy: <rect x="4" y="4" width="16" height="16" rx="2" />,
  } as const;
  return (
    <svg className={css.mark} viewBox="0 0 24 24" aria-hidden="true">
      {shapes[status]}
    </svg>
  );
}

function hintOf(status: DoorState['status'], text: (typeof doorText)['tr']): string {
  return { free: text.freeHint, held: text.heldHint, busy: text.busyHint }[status];
}
