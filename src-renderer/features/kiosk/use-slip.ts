import { useEffect, useState } from 'react';
import type { z } from 'zod';
import type { kioskContract } from '../../../src-shared/contract/kiosk.ts';
import type { ScreenClient } from '../../lib/screen/screen-client.ts';

export type SlipState = z.output<(typeof kioskContract)['kiosk.slip']['output']>['state'];

const lookEveryMs = 1_000;

/** What becomes of the slip while its number is shown; null where there is none. */
export function useSlip(
  client: ScreenClient<typeof kioskContract>,
  printJobId: string | null,
): SlipState | null {
  const [state, setState] = useState<SlipState>('queued');
  useEffect(() => {
    if (printJobId === null) return undefined;
    const look = async () => {
      const answer = await client.call('kiosk.slip', { printJobId });
      if (answer.kind === 'answered') setState(answer.value.state);
    };
    void look();
    const timer = setInterval(() => void look(), lookEveryMs);
    return () => clearInterval(timer);
  }, [client, printJobId]);
  return printJobId === null ? null : state;
}
