import { IconBeach, IconCircleCheck, IconDoorExit, IconPhoneCall } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Contact } from '../../../src-shared/contract/switchboard.ts';
import type { Availability } from '../../../src-shared/ledger/switchboard-entries.ts';
import { formatDate } from '../../../src-shared/text/format.ts';
import { StatusBadge, type Tone } from '../../components/status-badge.tsx';
import { useText } from '../../i18n/use-text.ts';
import { switchboardText } from './text.ts';

const looks: Readonly<Record<Availability, { readonly tone: Tone; readonly icon: ReactNode }>> = {
  available: { tone: 'success', icon: <IconCircleCheck /> },
  busy: { tone: 'warning', icon: <IconPhoneCall /> },
  away: { tone: 'neutral', icon: <IconDoorExit /> },
  out: { tone: 'danger', icon: <IconBeach /> },
};

type AvailabilityBadgeProps = Pick<Contact, 'availability' | 'backOn'> & { readonly withDay?: boolean };

export function AvailabilityBadge({ availability, backOn, withDay = false }: AvailabilityBadgeProps) {
  const text = useText(switchboardText);
  const words = text.availability[availability];
  const day = withDay && backOn !== null ? ` · ${text.outUntil(formatDate(backOn))}` : '';
  return <StatusBadge {...looks[availability]} label={`${words}${day}`} />;
}
