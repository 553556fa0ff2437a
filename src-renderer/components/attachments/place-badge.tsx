import {
  IconAlertTriangle,
  IconCloudCheck,
  IconCloudDown,
  IconCloudUp,
  IconDeviceDesktopOff,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { AttachmentRow } from '../../../src-shared/contract/attachment.ts';
import { useText } from '../../i18n/use-text.ts';
import { StatusBadge, type Tone } from '../status-badge.tsx';
import { attachmentsText } from './text.ts';

type Place = AttachmentRow['place'];

const tones: Readonly<Record<Place, Tone>> = {
  waiting: 'warning',
  sending: 'accent',
  at_crm: 'success',
  elsewhere: 'neutral',
  fetching: 'accent',
  damaged: 'danger',
};

const icons: Readonly<Record<Place, ReactNode>> = {
  waiting: <IconCloudUp />,
  sending: <IconCloudUp />,
  at_crm: <IconCloudCheck />,
  elsewhere: <IconDeviceDesktopOff />,
  fetching: <IconCloudDown />,
  damaged: <IconAlertTriangle />,
};

/** Where the bytes are, and how far on their way. */
export function PlaceBadge({ attachment }: { readonly attachment: AttachmentRow }) {
  const text = useText(attachmentsText);
  const { place, moved, size } = attachment;
  const words = text.place[place];
  const label = typeof words === 'string' ? words : words(Math.floor((100 * moved) / size));
  return <StatusBadge tone={tones[place]} icon={icons[place]} label={label} title={text.placeHint[place]} />;
}
