import { Button, Group, Radio, Skeleton, Stack, Text } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useEffect } from 'react';
import { formatAddress } from '../../src-shared/text/typed-address.ts';
import { useText } from '../i18n/use-text.ts';
import { useQueryMethod } from '../lib/use-method.ts';
import classes from './found-hubs.module.css';
import { joinText } from './join-text.ts';
import { StateError } from './state-error.tsx';

type FoundHubsProps = {
  /** The address that is typed or chosen. */
  readonly address: string;
  readonly onChoose: (address: string) => void;
};

/** Hubs that say on the LAN that they are there. The only one is chosen by itself, where nothing was typed yet. */
export function FoundHubs({ address, onChoose }: FoundHubsProps) {
  const text = useText(joinText);
  const found = useQueryMethod('branch.find', {});
  const hubs = found.data?.hubs ?? [];
  const only = hubs.length === 1 ? hubs[0] : undefined;
  const onlyAddress = only === undefined ? undefined : formatAddress(only);
  useEffect(() => {
    if (onlyAddress !== undefined && address === '') onChoose(onlyAddress);
  }, [onlyAddress, address, onChoose]);
  return (
    <section aria-label={text.hubs}>
      <Group justify="space-between" mb={6}>
        <Text fw={600} size="sm">
          {text.hubs}
        </Text>
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconRefresh size={15} />}
          loading={found.isFetching}
          onClick={() => void found.refetch()}
        >
          {text.searchAgain}
        </Button>
      </Group>
      <div className={classes.hubs} role="status">
        {found.isPending && (
          <>
            <Text size="sm" c="var(--bk-muted)" mb={8}>
              {text.searching}
            </Text>
            <Skeleton height={18} width="60%" radius="sm" />
          </>
        )}
        {found.isError && <StateError failure={found.error} />}
        {found.isSuccess && hubs.length === 0 && (
          <>
            <Text size="sm" fw={550}>
              {text.noHubs}
            </Text>
            <Text size="sm" c="var(--bk-muted)">
              {text.noHubsHint}
            </Text>
          </>
        )}
        {hubs.length > 0 && (
          <Radio.Group aria-label={text.hubs} value={address} onChange={onChoose}>
            <Stack gap="xs">
              {hubs.map((hub) => (
                <Radio
                  key={hub.fingerprint}
                  value={formatAddress(hub)}
                  label={text.hub(hub.name, hub.branchCode)}
                  description={formatAddress(hub)}
                />
              ))}
            </Stack>
          </Radio.Group>
        )}
      </div>
    </section>
  );
}
