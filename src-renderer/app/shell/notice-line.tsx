import { CloseButton } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { KeyHint } from '../../components/key-hint.tsx';
import { useCommonText, useText } from '../../i18n/use-text.ts';
import { useKeys } from '../../lib/keys.ts';
import { closeNotice, type Notice, useNotices } from '../../lib/notices.ts';
import { appText } from '../texts.ts';
import classes from './notice-line.module.css';

const undoKey = 'alt+Z';

const icons: Readonly<Record<Notice['tone'], ReactNode>> = {
  done: <IconCircleCheck />,
  warning: <IconInfoCircle />,
  danger: <IconAlertTriangle />,
};

/**
 * Notices have a line of their own below the screen: they cover nothing that is pressed, and where they come and
 * go nothing moves. They stay as long as the pointer or the keyboard is at them.
 */
export function NoticeLine() {
  const text = useText(appText);
  const common = useCommonText();
  const { notices } = useNotices();
  const [isHeld, setHeld] = useState(false);
  const undoable = notices.find(({ onUndo }) => onUndo !== undefined);

  /** A button that goes while it has the focus tells nobody that it lost it. */
  function close({ id }: Notice): void {
    closeNotice(id);
    setHeld(false);
  }

  function undo(notice: Notice): void {
    close(notice);
    notice.onUndo?.();
  }

  useKeys([
    {
      key: undoKey,
      label: common.undo,
      run: () => undoable && undo(undoable),
      isEnabled: undoable !== undefined,
    },
  ]);
  return (
    <section
      className={classes.line}
      aria-label={text.notices}
      aria-live="polite"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {notices.map((notice) => (
        <Line
          key={notice.id}
          notice={notice}
          isHeld={isHeld}
          hasKey={notice === undoable}
          onClose={() => close(notice)}
          onUndo={() => undo(notice)}
        />
      ))}
    </section>
  );
}

type LineProps = {
  readonly notice: Notice;
  readonly isHeld: boolean;
  /** Of several that can be undone the newest has the key. */
  readonly hasKey: boolean;
  readonly onClose: () => void;
  readonly onUndo: () => void;
};

function Line({ notice, isHeld, hasKey, onClose, onUndo }: LineProps) {
  const common = useCommonText();
  const { id, tone, message, millis } = notice;
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(() => closeNotice(id), millis);
    return () => clearTimeout(timer);
  }, [id, millis, isHeld]);
  return (
    <div className={classes.notice} data-tone={tone} role={tone === 'done' ? undefined : 'alert'}>
      <span className={classes.icon} aria-hidden>
        {icons[tone]}
      </span>
      <span className={classes.words}>{message}</span>
      {notice.onUndo !== undefined && (
        <button type="button" className={classes.undo} onClick={onUndo}>
          {common.undo}
          {hasKey && <KeyHint keyName={undoKey} />}
        </button>
      )}
      <CloseButton size="xs" aria-label={common.close} onClick={onClose} />
    </div>
  );
}
