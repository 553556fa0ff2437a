import { Button, Text } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import { useCommonText, useText } from '../i18n/use-text.ts';
import { useClient } from '../lib/client-context.ts';
import { useHostStatus } from '../lib/host-status.ts';
import classes from './host-banner.module.css';
import { appText } from './texts.ts';

const retryEveryMs = 3_000;

/** Unmistakable, above everything and over nothing: the screen below keeps what was typed. */
export function HostBanner() {
  const text = useText(appText);
  const common = useCommonText();
  const { isReachable } = useHostStatus();
  const client = useClient();
  const queries = useQueryClient();

  const retry = useCallback(async () => {
    const answer = await client.call('system.state', {});
    if (answer.ok) await queries.invalidateQueries();
  }, [client, queries]);

  useEffect(() => {
    if (isReachable) return;
    const timer = setInterval(() => void retry(), retryEveryMs);
    return () => clearInterval(timer);
  }, [isReachable, retry]);

  if (isReachable) return null;
  return (
    <div role="alert" className={classes.banner}>
      <IconPlugConnectedX size={22} aria-hidden />
      <div>
        <Text fw={650}>{text.hostGone}</Text>
        <Text size="sm">{text.hostGoneHint}</Text>
      </div>
      <Button variant="white" color="dark" onClick={() => void retry()}>
        {common.retry}
      </Button>
    </div>
  );
}
