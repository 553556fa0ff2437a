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
import { formatDateTime, formatNumber } from '../../../src-shared/text/format.ts';
import type { Tone } from '../../components/status-badge.tsx';
import { crmTroubleIn } from '../../i18n/in-language.ts';
import { useCommonText, useText } from '../../i18n/use-text.ts';
import { type BacklogLevel, backlogLevel, elapsedSince } from '../../lib/elapsed.ts';
import { useLanguage } from '../../lib/preferences.ts';
import { useQueryMethod } from '../../lib/use-method.ts';
import { useNow } from '../../lib/use-now.ts';
import { appText } from '../texts.ts';
import { useBranchStanding } from './branch-standing.tsx';
import { useSealStanding } from './seal-standing.tsx';

/** How one thing stands: in the top bar in a word or two, and in sentences for whoever asks. */
export type Standing = {
  readonly name: 'seal' | 'printer' | 'crm' | 'branch' | 'queue' | 'settings' | 'sample';
  readonly tone: Tone;
  readonly icon: ReactNode;
  readonly label: string;
  readonly details: readonly string[];
  /** Nothing to say about it in the top bar. */
  readonly isQuiet?: boolean;
};

/** Printer, hub, CRM, queue and whatever else needs attention, in the order of the top bar. */
export function useStandings(system: SystemState): readonly Standing[] {
  const text = useText(appText);
  const { data } = useQueryMethod('system.connection', {});
  const crm = useCrm(data?.crm);
  const printer = usePrinter(data?.printer);
  const branch = useBranchStanding(data?.branch);
  const seal = useSealStanding(data?.sealEnds ?? null);
  const queue = data && queueStanding(data.queueLength, text.queueLength(data.queueLength));
  const settings: Standing | undefined =
    system.unreadable.length === 0
      ? undefined
      : {
          name: 'settings',
          tone: 'danger',
          icon: <IconSettingsOff />,
          label: text.settingsUnreadable,
          details: [text.settingsUnreadableHint],
        };
  const sample: Standing | undefined = system.isSample
    ? {
        name: 'sample',
        tone: 'warning',
        icon: <IconFlask />,
        label: text.sample,
        details: [text.sampleHint],
      }
    : undefined;
  return [printer, branch, crm, queue, seal, settings, sample].filter((standing) => standing !== undefined);
}

function queueStanding(length: number, label: string): Standing {
  return { name: 'queue', tone: length > 0 ? 'accent' : 'neutral', icon: <IconUsers />, label, details: [] };
}

function usePrinter(printer: Connection['printer'] | undefined): Standing | undefined {
  const text = useText(appText);
  if (printer === undefined) return undefined;
  const { isConfigured, waiting, trouble } = printer;
  const name = 'printer';
  if (trouble !== null)
    return {
      name,
      tone: 'danger',
      icon: <IconPrinterOff />,
      label: text.printerTrouble,
      details: [trouble, text.printerTroubleHint],
    };
  const icon = <IconPrinter />;
  if (!isConfigured)
    return {
      name,
      tone: 'neutral',
      icon,
      label: text.printerNone,
      details: [text.printerNoneHint],
      isQuiet: true,
    };
  const isIdle = waiting === 0;
  const label = isIdle ? text.printerFine : text.printsWaiting(waiting);
  return { name, tone: isIdle ? 'success' : 'neutral', icon, label, details: [], isQuiet: isIdle };
}

type Look = { readonly tone: Tone; readonly icon: ReactNode; readonly label: string };

function useCrm(crm: Connection['crm'] | undefined): Standing | undefined {
  const text = useText(appText);
  const { language } = useLanguage();
  const now = useNow(10);
  const since = crm !== undefined && crm.unsent > 0 ? crm.oldestUnsentAt : null;
  const age = useAge(since, now);
  if (crm === undefined) return undefined;
  const looks: Record<Connection['crm']['state'], Look> = {
    online: { tone: 'success', icon: <IconCloudCheck />, label: text.crmOnline },
    connecting: { tone: 'neutral', icon: <IconCloudUp />, label: text.crmConnecting },
    offline: { tone: 'neutral', icon: <IconCloudOff />, label: text.crmOffline },
    key_refused: { tone: 'danger', icon: <IconKey />, label: text.crmRefused },
    not_configured: { tone: 'neutral', icon: <IconCloudOff />, label: text.crmNone },
  };
  const look = looks[crm.state];
  const count = formatNumber(crm.unsent);
  const level = backlogLevel(since, now);
  // While entries leave as they are written there is nothing to say about them.
  const isSending = age === undefined || (level === 'fresh' && crm.state === 'online');
  const trouble = crmTroubleIn(language, crm);
  const backlog = age === undefined ? text.crmSent : text.unsent(count, age);
  return {
    name: 'crm',
    tone: look.tone === 'danger' ? 'danger' : (toneOfLevel[level] ?? look.tone),
    icon: look.icon,
    label: isSending ? look.label : `${look.label} · ${text.unsentShort(count, age)}`,
    details: [
      ...(trouble === null ? [] : [trouble]),
      ...(crm.state === 'not_configured' ? [] : [backlog]),
      ...(crm.lastSuccessAt === null ? [] : [text.crmLastSuccess(formatDateTime(crm.lastSuccessAt))]),
    ],
  };
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
