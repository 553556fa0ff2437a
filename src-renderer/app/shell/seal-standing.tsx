import { IconRubberStamp } from '@tabler/icons-react';
import { formatDate } from '../../../src-shared/text/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { useNow } from '../../lib/use-now.ts';
import { appText } from '../texts.ts';
import type { Standing } from './standings.tsx';

/** A certificate that ends; nothing to say of one that holds. @param ends see `system.connection` */
export function useSealStanding(ends: string | null): Standing | undefined {
  const text = useText(appText);
  const now = useNow(60);
  if (ends === null) return undefined;
  const isOver = Date.parse(ends) <= now;
  return {
    name: 'seal',
    tone: isOver ? 'danger' : 'warning',
    icon: <IconRubberStamp />,
    label: isOver ? text.sealOver : text.sealEnds,
    details: [isOver ? text.sealOverHint(formatDate(ends)) : text.sealEndsHint(formatDate(ends))],
  };
}
