import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { needsEvidence } from '../../../src-shared/rules/capacity.ts';
import { notifyFailure } from '../../components/notify.ts';
import { useCommand, useQueryMethod } from '../../lib/use-method.ts';
import { withInstallation } from './draft.ts';
import { useChangeDraft, useSheet } from './use-sheet.ts';

/** The paper is put on record once it has been written. */
const typingMillis = 700;

/**
 * Puts on record who asks, as the form says it, and then asks for the account. Another capacity or another way of
 * verifying is put on record anew.
 */
export function useAccount(consumerId: string) {
  const change = useChangeDraft();
  const capacity = useSheet((sheet) => sheet.draft.capacity);
  const identityVerifiedBy = useSheet((sheet) => sheet.draft.identityVerifiedBy);
  const [capacityEvidence] = useDebouncedValue(
    useSheet((sheet) => sheet.draft.capacityEvidence),
    typingMillis,
  );
  const ticketId = useSheet((sheet) => sheet.ticket?.id ?? null);
  const disclose = useCommand('consumer.disclose');
  const asked = `${consumerId}/${capacity}/${identityVerifiedBy}`;
  const [recorded, setRecorded] = useState('');
  const running = useRef('');

  useEffect(() => {
    if (capacity === '' || identityVerifiedBy === '' || recorded === asked || running.current === asked)
      return;
    if (needsEvidence(capacity) && capacityEvidence.trim() === '') return;
    running.current = asked;
    const input = { consumerId, capacity, capacityEvidence, identityVerifiedBy, ticketId };
    void disclose.run(input).then((result) => {
      running.current = '';
      if (result.ok) setRecorded(asked);
      else if (result.error.code !== 'invalid_input') notifyFailure(result.error);
    });
  }, [asked, recorded, consumerId, capacity, capacityEvidence, identityVerifiedBy, ticketId, disclose]);

  const account = useQueryMethod('consumer.account', { consumerId }, { enabled: recorded === asked });
  const installations = account.data?.installations;
  // Once for each account; later changes are the clerk's.
  const filled = useRef('');
  useEffect(() => {
    if (installations === undefined || filled.current === consumerId) return;
    filled.current = consumerId;
    change((draft) => withInstallation(draft, installations));
  }, [installations, consumerId, change]);
  return account;
}
