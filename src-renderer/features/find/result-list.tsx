import { IconAppWindow, IconFileText, IconUser } from '@tabler/icons-react';
import { type ReactNode, useEffect } from 'react';
import { ApplicationStatusBadge } from '../../components/application-status.tsx';
import { DeadlineBadge } from '../../components/deadline-badge.tsx';
import { useText } from '../../i18n/use-text.ts';
import classes from './find.module.css';
import type { Result } from './find-results.ts';
import { findText } from './text.ts';

type ResultListProps = {
  readonly results: readonly Result[];
  readonly active: number;
  readonly onHover: (index: number) => void;
  readonly onOpen: (result: Result) => void;
};

export function resultId(result: Result): string {
  return `find-${result.id}`;
}

/** Sections in the order of the results; the focus stays in the box and the active option is named to it. */
export function ResultList({ results, active, onHover, onOpen }: ResultListProps) {
  const text = useText(findText);
  const activeResult = results[active];
  const activeElement = activeResult && resultId(activeResult);
  useEffect(() => {
    if (activeElement !== undefined)
      document.getElementById(activeElement)?.scrollIntoView({ block: 'nearest' });
  }, [activeElement]);
  const headings = { application: text.applications, consumer: text.consumers, screen: text.screens };
  return (
    <div id="find-results" role="listbox" aria-label={text.title}>
      {(['application', 'consumer', 'screen'] as const).map((kind) => {
        const own = results.flatMap((result, index) => (result.kind === kind ? [{ result, index }] : []));
        if (own.length === 0) return null;
        return (
          <fieldset key={kind} className={classes.group}>
            <legend>{headings[kind]}</legend>
            {own.map(({ result, index }) => (
              <button
                key={result.id}
                id={resultId(result)}
                type="button"
                role="option"
                tabIndex={-1}
                aria-selected={index === active}
                className={classes.result}
                onMouseMove={() => onHover(index)}
                onClick={() => onOpen(result)}
              >
                <ResultLine result={result} />
              </button>
            ))}
          </fieldset>
        );
      })}
    </div>
  );
}

function ResultLine({ result }: { readonly result: Result }): ReactNode {
  const text = useText(findText);
  if (result.kind === 'screen')
    return <Line icon={<IconAppWindow size={18} stroke={1.6} />} title={result.place.label} />;
  if (result.kind === 'consumer') {
    const { name, maskedIdentityNo, maskedPhone, place, openApplications } = result.row;
    return (
      <Line
        icon={<IconUser size={18} stroke={1.6} />}
        title={name}
        detail={[maskedIdentityNo, maskedPhone, place].filter(Boolean).join(' · ')}
        end={<span className="bk-muted">{text.openApplications(openApplications)}</span>}
      />
    );
  }
  const { applicationNo, applicantName, topicLabel, status, dueAt, deadline } = result.row;
  return (
    <Line
      icon={<IconFileText size={18} stroke={1.6} />}
      title={`${applicationNo} · ${applicantName}`}
      detail={topicLabel}
      end={
        <>
          <ApplicationStatusBadge status={status} />
          {deadline !== 'on_time' && <DeadlineBadge dueAt={dueAt} deadline={deadline} />}
        </>
      }
    />
  );
}

type LineProps = {
  readonly icon: ReactNode;
  readonly title: string;
  readonly detail?: string;
  readonly end?: ReactNode;
};

function Line({ icon, title, detail, end }: LineProps) {
  return (
    <>
      <span className={classes.icon} aria-hidden>
        {icon}
      </span>
      <span className={classes.words}>
        <span className={classes.title}>{title}</span>
        {detail !== undefined && <span className={classes.detail}>{detail}</span>}
      </span>
      <span className={classes.end}>{end}</span>
    </>
  );
}
