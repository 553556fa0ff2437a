import { join } from 'node:path';
import { createPorts } from '../src-main/adapters/create-ports.ts';
import { createKeyFile } from '../src-main/adapters/key-file.ts';
import { createFileLog } from '../src-main/adapters/log.ts';
import type { Core } from '../src-main/core/core.ts';
import { createCore } from '../src-main/core/create-core.ts';
import type { InputOf, Method, OutputOf } from '../src-shared/contract/index.ts';
import { benchClerk } from './history-store.ts';

export type BenchCore = {
  readonly core: Core;
  /** Through the gate, as a screen calls; throws where the call is refused. */
  readonly call: <M extends Method>(method: M, input: InputOf<M>) => Promise<OutputOf<M>>;
  readonly stop: () => Promise<void>;
};

/** A core with the ports that the hosts give it. */
export async function openCore(dataDir: string): Promise<BenchCore> {
  const { log, close } = createFileLog(dataDir);
  const noGateway = async () => Promise.reject(new Error('No sample gateway here'));
  const ports = createPorts({
    log,
    secrets: createKeyFile(join(dataDir, 'store.key')),
    sampleGateway: { start: noGateway },
    dataDir,
  });
  const core = await createCore({ dataDir, ports, version: 'bench' });
  return {
    core,
    call: async (method, input) => {
      const body = { commandId: ports.ids.uuid(), input };
      const result = await core.dispatch({ audience: 'staff', window: 'bench' }, method, body);
      if (!result.ok) throw new Error(`${method}: ${JSON.stringify(result.error)}`);
      // Dispatch has parsed the answer with the method's own schema.
      return result.value as OutputOf<typeof method>;
    },
    stop: async () => {
      await core.stop();
      close();
    },
  };
}

export async function signIn({ call }: BenchCore): Promise<void> {
  await call('session.signIn', { username: benchClerk.username, password: benchClerk.password });
}
