import { join } from 'node:path';
import { z } from 'zod';
import { endService, startService } from '../src-main/adapters/child-service.ts';

export type GatewayProcess = {
  readonly url: string;
  /** Of the demo's branch. */
  readonly apiKey: string;
  readonly stop: () => Promise<void>;
};

/** The branch that the demo's key speaks for. */
export const demoBranch = '26';

const root = join(import.meta.dirname, '..');
const readySchema = z.object({ url: z.url(), demo: z.object({ apiKey: z.string() }) });

export const gatewayScript = (isBuilt: boolean) => (isBuilt ? 'dist/crm.mjs' : 'src-crm/main.ts');

/**
 * The gateway as the program that it ships as.
 * @param url of a PostgreSQL; without it, it keeps a PGlite in the folder
 */
export async function startGateway(
  isBuilt: boolean,
  folder: string,
  url: string | undefined,
): Promise<GatewayProcess> {
  const { child, ready } = await startService({
    script: join(root, gatewayScript(isBuilt)),
    flags: ['--demo', '--port', '0', '--data-dir', folder],
    env: { DATABASE_URL: url ?? '' },
    readyWithinMs: 60_000,
    parseReady: (line) => (line.startsWith('{') ? readySchema.safeParse(JSON.parse(line)).data : undefined),
  });
  return { url: ready.url, apiKey: ready.demo.apiKey, stop: () => endService(child) };
}
