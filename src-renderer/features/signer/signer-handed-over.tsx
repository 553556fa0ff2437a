import '../../components/screen/tokens.css';
import { useLayoutEffect, useMemo, useRef } from 'react';
import type { ShownSigning } from '../../../src-shared/contract/signing.ts';
import { useText } from '../../i18n/use-text.ts';
import { useClient } from '../../lib/client-context.ts';
import { useHostStatus } from '../../lib/host-status.ts';
import { useKeys } from '../../lib/keys.ts';
import { useLockedDown } from '../../lib/screen/use-locked-down.ts';
import classes from './signer.module.css';
import { callOfStaff } from './signer-calls.ts';
import { SignerView } from './signer-view.tsx';
import { signerText } from './text.ts';

type SignerHandedOverProps = {
  readonly signing: ShownSigning;
  /** Back to the clerk, who is asked for the PIN. */
  readonly onStaff: () => void;
};

/**
 * The clerk's own screen, turned round. The session is locked in the core, which answers this window nothing but what
 * belongs to the signing; a modal `<dialog>` makes the rest of the page inert, as the lock does.
 */
export function SignerHandedOver({ signing, onStaff }: SignerHandedOverProps) {
  const text = useText(signerText);
  const client = useClient();
  const call = useMemo(() => callOfStaff(client), [client]);
  const { isReachable } = useHostStatus();
  const dialog = useRef<HTMLDialogElement>(null);
  useKeys([], 'lock');
  useLockedDown();
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={classes.handedOver}
      aria-label={text.handedOver}
      onCancel={(event) => event.preventDefault()}
      onKeyDown={(event) => event.key === 'Escape' && event.preventDefault()}
    >
      <SignerView
        key={signing.signingId}
        call={call}
        signing={signing}
        isLost={!isReachable}
        onStaff={onStaff}
      />
    </dialog>
  );
}
