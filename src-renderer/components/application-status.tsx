import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconArrowMerge,
  IconCircleCheck,
  IconCircleX,
  IconClipboardCheck,
  IconExternalLink,
  IconHourglass,
  IconMessageCheck,
  IconPhoneCall,
  IconRotateClockwise,
  IconTool,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ApplicationStatus } from '../../src-shared/ledger/application-moves.ts';
import { useLabels } from '../i18n/use-text.ts';
import { StatusBadge, type Tone } from './status-badge.tsx';

const looks: Readonly<Record<ApplicationStatus, { readonly tone: Tone; readonly icon: ReactNode }>> = {
  registered: { tone: 'neutral', icon: <IconClipboardCheck /> },
  routed: { tone: 'neutral', icon: <IconArrowForwardUp /> },
  in_progress_at_team: { tone: 'neutral', icon: <IconTool /> },
  answered_by_team: { tone: 'accent', icon: <IconMessageCheck /> },
  returned_to_router: { tone: 'warning', icon: <IconArrowBackUp /> },
  contacting_customer: { tone: 'accent', icon: <IconPhoneCall /> },
  waiting_for_applicant: { tone: 'warning', icon: <IconHourglass /> },
  reopened: { tone: 'accent', icon: <IconRotateClockwise /> },
  referred_to_supplier: { tone: 'success', icon: <IconExternalLink /> },
  merged_duplicate: { tone: 'neutral', icon: <IconArrowMerge /> },
  cancelled_by_applicant: { tone: 'neutral', icon: <IconCircleX /> },
  closed: { tone: 'success', icon: <IconCircleCheck /> },
};

export function ApplicationStatusBadge({ status }: { readonly status: ApplicationStatus }) {
  const labels = useLabels();
  return <StatusBadge {...looks[status]} label={labels.applicationStatus[status]} />;
}
