import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { branchOfKey } from '../access/api-keys.ts';
import type { Gateway } from '../create-gateway.ts';
import { createDemo, type Demo } from '../demo.ts';

const demoSchema = z.object({
  apiKey: z.string(),
  members: z.array(
    z.object({
      username: z.string(),
      password: z.string(),
      role: z.enum(['team', 'operator']),
      teamCode: z.string().nullable(),
    }),
  ),
});

/**
 * The demo's key and passwords, the same at each start: a counter that was given the key goes on working.
 * They stand readable in the data folder, which is why a demo must never hold real data.
 */
export async function keepDemo(gateway: Gateway, folder: string): Promise<Demo> {
  const path = join(folder, 'demo.json');
  const kept = existsSync(path) ? demoSchema.safeParse(JSON.parse(readFileSync(path, 'utf8'))) : undefined;
  if (kept?.success && (await branchOfKey(gateway.db, kept.data.apiKey)) !== undefined) return kept.data;
  const demo = await createDemo(gateway);
  writeFileSync(path, JSON.stringify(demo, null, 2), { mode: 0o600 });
  return demo;
}
