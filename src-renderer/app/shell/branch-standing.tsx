import { IconPlugConnectedX, IconServer2 } from '@tabler/icons-react';
import type { BranchConnection } from '../../../src-shared/contract/branch.ts';
import { useText } from '../../i18n/use-text.ts';
import { appText } from '../texts.ts';
import type { Standing } from './standings.tsx';

/** How this PC stands to the branch's hub; nothing to say of one that works alone. */
export function useBranchStanding(branch: BranchConnection | undefined): Standing | undefined {
  const text = useText(appText);
  if (branch === undefined || branch.role === 'alone') return undefined;
  const name = 'branch';
  if (branch.role === 'hub')
    return branch.trouble === null
      ? { name, tone: 'success', icon: <IconServer2 />, label: text.hubSelf, details: [], isQuiet: true }
      : {
          name,
          tone: 'danger',
          icon: <IconPlugConnectedX />,
          label: text.hubPortTaken,
          details: [text.hubPortTakenHint],
        };
  const hub = branch.hubName ?? '–';
  switch (branch.state) {
    case 'connected':
      return {
        name,
        tone: 'success',
        icon: <IconServer2 />,
        label: text.hubConnected(hub),
        details: [text.hubConnectedHint],
      };
    case 'unreachable':
      return {
        name,
        tone: 'danger',
        icon: <IconPlugConnectedX />,
        label: text.hubAway,
        details: [text.hubLost(hub), text.hubLostHint],
      };
    case 'not_trusted':
      return {
        name,
        tone: 'danger',
        icon: <IconPlugConnectedX />,
        label: text.hubDistrustsShort,
        details: [text.hubDistrusts(hub), text.hubDistrustsHint],
      };
    default:
      return { name, tone: 'neutral', icon: <IconServer2 />, label: text.hubConnecting, details: [] };
  }
}
