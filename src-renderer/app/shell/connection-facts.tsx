import {
  IconCloudCheck,
  IconCloudOff,
  IconCloudUp,
  IconFlask,
  IconKey,
  IconPrinter,
  IconPrinterOff,
  IconSettingsOff,
  IconUsers,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Connection, SystemState } from '../../../src-shared/contract/system.ts';
import { formatNumber } from '../../../src-shared/text/format.ts';
import { StatusBadge, type Tone } from '../../components/status-badge.tsx';
import { useCommonText, useText } from '../../i18n/use-text.ts';
import { type BacklogLevel, backlogLevel, elapsedSince } from '../../lib/elapsed.ts';
import { useQueryMethod } from '../../lib/use-method.ts';
import { useNow } from '../../lib/use-now.ts';
import { appText } from '../texts.ts';
import classes from './shell.module.css';

/** Queue, CRM and printer in words; what is well stays quiet, what is not takes a colour and an icon. */
export function ConnectionFacts({ system }: { readonly system: SystemState }) {
  const text = useText(appText);
  const { data } = useQueryMethod('system.connection', {});
  return (
    <div className={classes.facts} role="status" aria-label={text.statusLine}>
      {data !== undefined && (
        <>
          <PrinterFact printer={data.printer} />
          <CrmFact crm={data.crm} />
          <StatusBadge
            tone={data.queueLength > 0 ? 'accent' : 'neutral'}
            icon={<IconUsers />}
            label={text.queueLength(data.queueLength)}
          />
        </>
      )}
      {system.unreadable.length > 0 && (
        <StatusBadge
          tone="danger"
          icon={<IconSettingsOff />}
          label={text.settingsUnreadable}
          title={text.settingsUnreadableHint}
        />
      )}
      {system.isSample && (
        <StatusBadge tone="warning" icon={<IconFlask />} label={text.sample} title={text.sampleHint} />
      )}
    </div>
  );
}

function PrinterFact({ printer }: { readonly printer: Connection['printer'] }) {
  const text = useText(appText);
  if (printer.trouble !== null)
    return (
      <StatusBadge
        tone="danger"
        icon={<IconPrinterOff />}
        label={text.printerTrouble}
        title={printer.trouble}
      />
    );
  if (!printer.isConfigured || printer.waiting === 0) return null;
  return <StatusBadge tone="neutral" icon={<IconPrinter />} label={text.printsWaiting(printer.waiting)} />;
}

type Look = { readonly tone: Tone; readonly icon: ReactNode; readonly label: string };

function CrmFact({ crm }: { readonly crm: Connection['crm'] }) {
  const text = useText(appText);
  const now = useNow(10);
  const since = crm.unsent > 0 ? crm.oldestUnsentAt : null;
  const age = useAge(since, now);
  const looks: Record<Connection['crm']['state'], Look> = {
    online: { tone: 'success', icon: <IconCloudCheck />, label: text.crmOnline },
    connecting: { tone: 'neutral', icon: <IconCloudUp />, label: text.crmConnecting },
    offline: { tone: 'neutral', icon: <IconCloudOff />, label: text.crmOffline },
    key_refused: { tone: 'danger', icon: <IconKey />, label: text.crmRefused },
    not_configured: { tone: 'neutral', icon: <IconCloudOff />, label: text.crmNone },
  };
  const look = looks[crm.state];
  const count = formatNumber(crm.unsent);
  const backlog = age === undefined ? text.crmSent : text.unsent(count, age);
  const level = backlogLevel(since, now);
  // While entries leave as they are written there is nothing to say about them.
  const isQuiet = age === undefined || (level === 'fresh' && crm.state === 'online');
  return (
    <StatusBadge
      tone={look.tone === 'danger' ? 'danger' : (toneOfLevel[level] ?? look.tone)}
      icon={look.icon}
      label={isQuiet ? look.label : `${look.label} · ${text.unsentShort(count, age)}`}
      title={crm.trouble === null ? backlog : `${crm.trouble} ${backlog}`}
    />
  );
}

const toneOfLevel: Readonly<Record<BacklogLevel, Tone | null>> = {
  fresh: null,
  old: 'warning',
  critical: 'danger',
};

function useAge(since: string | null, now: number): string | undefined {
  const common = useCommonText();
  if (since === null) return undefined;
  const { hours, minutes } = elapsedSince(since, now);
  if (hours >= 48) return common.days(Math.floor(hours / 24));
  if (hours > 0) return common.hoursMinutes(hours, minutes);
  return minutes > 0 ? common.minutes(minutes) : common.lessThanMinute;
}
