import { useState } from 'react';
import type { User } from '../../src-shared/contract/session.ts';
import { LockScreen } from '../features/session/lock-screen.tsx';
import { SignerHandedOver } from '../features/signer/signer-handed-over.tsx';
import { useHandedOver } from '../lib/handed-over.ts';
import { useQueryMethod } from '../lib/use-method.ts';

/** A locked window asks for the PIN; where a clerk has turned it to a consumer, it is the consumer's until they are done. */
export function LockedWindow({ user }: { readonly user: User }) {
  const { signingId } = useHandedOver();
  const { data, isPending } = useQueryMethod('signing.current', {}, { enabled: signingId !== null });
  const [asksPin, setAskPin] = useState(false);
  // Not yet known whose it is: nothing is shown for that moment.
  if (signingId !== null && isPending) return null;
  const signing = data?.signingId === signingId ? data : undefined;
  if (signing === undefined) return <LockScreen user={user} />;
  if (asksPin) return <LockScreen user={user} onBack={() => setAskPin(false)} />;
  return <SignerHandedOver signing={signing} onStaff={() => setAskPin(true)} />;
}
