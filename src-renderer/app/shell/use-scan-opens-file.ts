import { notifyFailure, notifyNothing } from '../../components/notify.ts';
import { useText } from '../../i18n/use-text.ts';
import { useClient } from '../../lib/client-context.ts';
import { closeFind, openFind } from '../../lib/find-store.ts';
import { goTo } from '../../lib/route.ts';
import { useScanner } from '../../lib/use-scanner.ts';
import { appText } from '../texts.ts';

/** A paper of ours, scanned on any screen, opens its application. */
export function useScanOpensFile(): void {
  const client = useClient();
  const text = useText(appText);
  useScanner(async (code) => {
    const found = await client.call('search.find', { text: code });
    if (!found.ok) return notifyFailure(found.error);
    const [first, ...others] = found.value.applications;
    if (first === undefined) {
      notifyNothing(text.scannedNothing(code));
    } else if (others.length > 0) {
      openFind(code);
    } else {
      closeFind();
      goTo({ screen: 'applicationFile', id: first.id });
    }
  });
}
