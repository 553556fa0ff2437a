import { Group, Select, Text } from '@mantine/core';
import { useCallback, useState } from 'react';
import { longestList, type WorkList } from '../../../src-shared/contract/application.ts';
import { channels } from '../../../src-shared/ledger/application-entries.ts';
import type { Channel } from '../../../src-shared/rules/channels.ts';
import { PageHeader } from '../../components/page-header.tsx';
import { StateEmpty } from '../../components/state-empty.tsx';
import { StateError } from '../../components/state-error.tsx';
import { StateLoading } from '../../components/state-loading.tsx';
import { useLabels, useText } from '../../i18n/use-text.ts';
import { ListSwitch } from './list-switch.tsx';
import { RowGrid } from './row-grid.tsx';
import { workListsText } from './text.ts';
import { isSamePages, pageSize, useRows } from './use-rows.ts';
import classes from './work-lists.module.css';

/** İş listeleri: what waits for whom, and what is running out of time. */
export function WorkListsScreen({ list }: { readonly list: WorkList }) {
  const text = useText(workListsText);
  const labels = useLabels();
  const [channel, setChannel] = useState<Channel | null>(null);
  return (
    <div className={classes.screen}>
      <PageHeader
        title={text.title}
        actions={
          <Group gap="sm" wrap="nowrap">
            <Text size="xs" c="var(--bk-muted)">
              {text.keys}
            </Text>
            <Select
              size="xs"
              aria-label={text.channel}
              data={[
                { value: '', label: text.allChannels },
                ...channels.map((value) => ({ value, label: labels.channel[value] })),
              ]}
              value={channel ?? ''}
              onChange={(value) => setChannel(channels.find((known) => known === value) ?? null)}
              allowDeselect={false}
              w={190}
            />
          </Group>
        }
      />
      <div className={classes.body}>
        <ListSwitch current={list} />
        <section className={classes.panel} aria-label={labels.workList[list]}>
          <Rows key={`${list}/${channel}`} list={list} channel={channel} />
        </section>
      </div>
    </div>
  );
}

function Rows({ list, channel }: { readonly list: WorkList; readonly channel: Channel | null }) {
  const text = useText(workListsText);
  const labels = useLabels();
  const [[first, last], setSight] = useState<readonly [number, number]>([0, pageSize - 1]);
  // Nothing is asked for, and nothing drawn for it, until another page comes into sight.
  const onSight = useCallback(
    (from: number, to: number) =>
      setSight((before) => (isSamePages(before, [from, to]) ? before : [from, to])),
    [],
  );
  const { total, rowAt, failure, retry } = useRows(list, channel, first, last);
  // What was there stays in sight while other pages come.
  const [known, setKnown] = useState(total);
  if (total !== undefined && total !== known) setKnown(total);
  if (known === undefined)
    return (
      <div className={classes.state}>
        {failure === null ? <StateLoading lines={12} /> : <StateError failure={failure} onRetry={retry} />}
      </div>
    );
  if (known === 0) return <StateEmpty title={text.empty} hint={text.emptyHint} />;
  return (
    <>
      {failure !== null && <StateError failure={failure} onRetry={retry} />}
      <RowGrid label={labels.workList[list]} total={known} rowAt={rowAt} onSight={onSight} />
      {known >= longestList && <p className={classes.capped}>{text.capped(longestList)}</p>}
    </>
  );
}
