import { Popover } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useId } from 'react';
import type { SystemState } from '../../../src-shared/contract/system.ts';
import { ariaKey, KeyHint } from '../../components/key-hint.tsx';
import { StatusBadge } from '../../components/status-badge.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useKeys } from '../../lib/keys.ts';
import { appText } from '../texts.ts';
import { type Standing, useStandings } from './standings.tsx';
import classes from './status-line.module.css';

const keyName = 'alt+0';

/** What is well stays quiet, what is not takes a colour and an icon; pressed, it says what there is to know. */
export function StatusLine({ system }: { readonly system: SystemState }) {
  const text = useText(appText);
  const standings = useStandings(system);
  const headingId = useId();
  const [isOpen, { toggle, close }] = useDisclosure(false);
  useKeys([{ key: keyName, label: text.statusDetails, run: toggle }]);
  return (
    <div className={classes.line} role="status" aria-label={text.statusLine}>
      <Popover
        opened={isOpen}
        onChange={close}
        position="bottom-end"
        width={360}
        transitionProps={{ duration: 0 }}
        trapFocus
        returnFocus
      >
        <Popover.Target>
          <button
            type="button"
            className={classes.badges}
            onClick={toggle}
            aria-keyshortcuts={ariaKey(keyName)}
          >
            {standings
              .filter(({ isQuiet }) => isQuiet !== true)
              .map(({ name, tone, icon, label }) => (
                <StatusBadge key={name} tone={tone} icon={icon} label={label} />
              ))}
            <span className={classes.hint}>
              <KeyHint keyName={keyName} />
            </span>
          </button>
        </Popover.Target>
        <Popover.Dropdown className={classes.details} aria-labelledby={headingId}>
          <h2 id={headingId}>{text.statusDetails}</h2>
          {standings.map((standing) => (
            <Details key={standing.name} standing={standing} />
          ))}
        </Popover.Dropdown>
      </Popover>
    </div>
  );
}

function Details({ standing: { tone, icon, label, details } }: { readonly standing: Standing }) {
  return (
    <div>
      <StatusBadge tone={tone} icon={icon} label={label} />
      {details.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}
