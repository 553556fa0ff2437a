import type { QueryClient } from '@tanstack/react-query';
import { contract, type Method } from '../../src-shared/contract/index.ts';
import { reportHost } from '../lib/host-status.ts';
import type { ScreenResult } from '../lib/screen-result.ts';

/**
 * What every answer says beside its own matter: that the host lives, and that this window's session has
 * changed. A session belongs to one window, so the core announces its changes to nobody.
 */
export function followAnswers(queries: QueryClient): (method: Method, result: ScreenResult<unknown>) => void {
  return (method, result) => {
    const code = result.ok ? undefined : result.error.code;
    reportHost(code !== 'host_unreachable');
    const isCommand = contract[method].kind === 'command';
    const changedSession =
      isCommand && result.ok && method.startsWith('session.') && method !== 'session.active';
    if (changedSession || code === 'locked' || code === 'not_signed_in') refetch('session.current');
    if (isCommand && result.ok && /^(?:system|recovery)\./.test(method)) refetch('system.state');
  };

  function refetch(method: Method): void {
    void queries.invalidateQueries({ queryKey: [method] });
  }
}
