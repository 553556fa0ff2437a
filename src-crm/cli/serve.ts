import { mkdirSync } from 'node:fs';
import type { Gateway } from '../create-gateway.ts';
import { keepDemo } from './demo-file.ts';

export type ServeOptions = {
  readonly port: number;
  readonly host: string;
  readonly 'data-dir': string;
  readonly demo: boolean;
};

/** Listens, prints the ready line, and ends in order on SIGTERM or SIGINT. */
export async function serve(
  gateway: Gateway,
  options: ServeOptions,
  print: (line: object) => void,
): Promise<void> {
  mkdirSync(options['data-dir'], { recursive: true, mode: 0o700 });
  const demo = options.demo ? await keepDemo(gateway, options['data-dir']) : undefined;
  const { url, pages } = await gateway.start(options.port, options.host);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => void gateway.stop().then(() => process.exit(0)));
  }
  print({
    url,
    pages,
    ...(demo && {
      demo: {
        apiKey: demo.apiKey,
        members: demo.members.map(({ username, password, role, teamCode }) => ({
          username,
          password,
          role,
          team: teamCode,
        })),
      },
    }),
  });
}
