import { Group, Text } from '@mantine/core';
import { useId } from 'react';
import { formatAddress } from '../../../../src-shared/text/typed-address.ts';
import { ActionButton } from '../../../components/action-button.tsx';
import { useText } from '../../../i18n/use-text.ts';
import { elapsedSince, formatElapsed } from '../../../lib/elapsed.ts';
import { useNow } from '../../../lib/use-now.ts';
import classes from './pcs.module.css';
import { pcsText } from './text.ts';
import type { Pairing, ShownCode } from './use-pairing.tsx';

type PairingCodeProps = { readonly code: ShownCode; readonly pairing: Pairing };

/** The code by which one PC joins, large enough to be read from the other one, with what there is to do there. */
export function PairingCode({ code, pairing }: PairingCodeProps) {
  const text = useText(pcsText);
  const headingId = useId();
  const now = useNow();
  const left = elapsedSince(new Date(now).toISOString(), Date.parse(code.expiresAt));
  return (
    <section className={classes.pairing} aria-labelledby={headingId}>
      <div>
        <Text component="h3" id={headingId} className={classes.small}>
          {text.codeTitle}
        </Text>
        <output className={`bk-number ${classes.code}`}>{code.code}</output>
        <Group gap="lg" mt="xs">
          <Text size="sm" fw={600} role="timer">
            {text.codeFor(formatElapsed(left))}
          </Text>
          {code.triesLeft !== null && (
            <Text size="sm" c="var(--bk-muted)">
              {text.tries(code.triesLeft)}
            </Text>
          )}
        </Group>
        <Group gap="sm" mt="md">
          <ActionButton label={text.hide} keyName="Escape" run={pairing.hide} variant="default" size="xs" />
          <ActionButton
            label={text.newCode}
            keyName="alt+N"
            run={pairing.show}
            loading={pairing.isRunning}
            variant="default"
            size="xs"
          />
        </Group>
      </div>
      <div className={classes.steps}>
        <ol>
          {text.codeSteps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <Text className={classes.small}>{text.addresses}</Text>
        {code.hosts.length === 0 ? (
          <Text size="sm">{text.noAddress}</Text>
        ) : (
          <ul className={classes.addresses}>
            {code.hosts.map((host) => (
              <li key={host}>{formatAddress({ host, port: code.port })}</li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}
