import { Button, Group, Switch, Text } from '@mantine/core';
import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconArrowForwardUp,
  IconCircleCheck,
  IconClipboardCheck,
  IconCloudUp,
  IconFileText,
  IconHelpCircle,
  IconHourglass,
  IconLink,
  IconLock,
  IconMessage,
  IconMessageCheck,
  IconPaperclip,
  IconPencil,
  IconPhone,
  IconPrinter,
  IconRotateClockwise,
  IconTool,
  IconUsers,
  IconWritingSign,
} from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { TimelineItem } from '../../../src-shared/contract/application-file.ts';
import { formatDateTime } from '../../../src-shared/text/format.ts';
import { StatusBadge, type Tone } from '../../components/status-badge.tsx';
import { type GivenText, TextDialog } from '../../components/texts/text-dialog.tsx';
import { textWords } from '../../components/texts/words.ts';
import { useLabels, useText } from '../../i18n/use-text.ts';
import { applicationFileText } from './text.ts';
import classes from './timeline.module.css';

const icons: Readonly<Record<TimelineItem['kind'], ReactNode>> = {
  registered: <IconClipboardCheck />,
  notice: <IconFileText />,
  routed: <IconArrowForwardUp />,
  taken: <IconTool />,
  answered: <IconMessageCheck />,
  returned: <IconArrowBackUp />,
  called: <IconPhone />,
  closed: <IconCircleCheck />,
  sms: <IconMessage />,
  sms_report: <IconMessage />,
  print: <IconPrinter />,
  print_report: <IconPrinter />,
  meeting: <IconUsers />,
  amended: <IconPencil />,
  awaited: <IconHourglass />,
  supplied: <IconFileText />,
  escalated: <IconAlertTriangle />,
  linked: <IconLink />,
  reopened: <IconRotateClockwise />,
  settled: <IconCircleCheck />,
  hold: <IconLock />,
  attachment: <IconPaperclip />,
  consent: <IconWritingSign />,
  conflict: <IconAlertTriangle />,
  unknown: <IconHelpCircle />,
};

const smsTones: Readonly<Record<NonNullable<TimelineItem['smsState']>, Tone>> = {
  waiting: 'neutral',
  accepted: 'neutral',
  delivered: 'success',
  failed: 'danger',
};

/** What a machine reports of itself: true, but not what one reads the file for. */
const quiet: ReadonlySet<TimelineItem['kind']> = new Set(['print', 'print_report', 'sms_report', 'taken']);
/** Said already by the state that the message itself shows. */
const detail: ReadonlySet<TimelineItem['kind']> = new Set(['print_report', 'sms_report']);

/** What happened, the latest first: who, when, what, and what was told to whom. */
export function Timeline({ items }: { readonly items: readonly TimelineItem[] }) {
  const text = useText(applicationFileText);
  const [isDetailed, setDetailed] = useState(false);
  const [read, setRead] = useState<GivenText | null>(null);
  const shown = isDetailed ? items : items.filter(({ kind }) => !detail.has(kind));
  return (
    <>
      <Group justify="flex-end" mb="sm" wrap="nowrap">
        <Switch
          size="xs"
          label={text.timeline.details}
          checked={isDetailed}
          onChange={(event) => setDetailed(event.currentTarget.checked)}
        />
      </Group>
      {items.length === 0 && <Text size="sm">{text.timeline.empty}</Text>}
      <ol className={classes.timeline}>
        {shown.toReversed().map((item) => (
          <Item key={item.id} item={item} onRead={setRead} />
        ))}
      </ol>
      {read !== null && <TextDialog given={read} onClose={() => setRead(null)} />}
    </>
  );
}

type ItemProps = { readonly item: TimelineItem; readonly onRead: (given: GivenText) => void };

function Item({ item, onRead }: ItemProps) {
  const text = useText(applicationFileText);
  const words = useText(textWords);
  const labels = useLabels();
  return (
    <li className={classes.item} data-quiet={quiet.has(item.kind)}>
      <span className={classes.icon} aria-hidden>
        {icons[item.kind]}
      </span>
      <div className={classes.body}>
        <div className={classes.line}>
          <span className={classes.title}>{item.title}</span>
          {item.smsState !== null && (
            <StatusBadge
              tone={smsTones[item.smsState]}
              icon={<IconMessage />}
              label={labels.smsState[item.smsState]}
            />
          )}
          {item.isUnsent && (
            <StatusBadge tone="warning" icon={<IconCloudUp />} label={text.timeline.unsent} />
          )}
        </div>
        <div className={classes.meta}>
          <time dateTime={item.at}>{formatDateTime(item.at)}</time> · {item.actorName}
        </div>
        {item.text !== '' && <p className={classes.text}>{item.text}</p>}
        {item.given !== null && (
          <Button
            size="compact-xs"
            variant="default"
            mt={4}
            leftSection={<IconFileText size={14} aria-hidden />}
            aria-label={words.openOf(item.text)}
            onClick={() => item.given !== null && onRead(item.given)}
          >
            {words.open}
          </Button>
        )}
      </div>
    </li>
  );
}
