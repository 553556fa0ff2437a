import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export type PerlSmsc = {
  readonly port: number;
  /** What it understood, field by field; values are text, the payload is hexadecimal. */
  readonly pdus: readonly Readonly<Record<string, string>>[];
  readonly stop: () => Promise<void>;
};

/** Whether this machine has Perl with Net::SMPP (Debian: libnet-smpp-perl). */
export function hasPerlSmpp(): boolean {
  return spawnSync('perl', ['-MNet::SMPP', '-e', '1'], { stdio: 'ignore' }).status === 0;
}

/** A message centre of an implementation that isn't ours; see smsc.pl. */
export async function startPerlSmsc(): Promise<PerlSmsc> {
  const program = fileURLToPath(new URL('./smsc.pl', import.meta.url));
  const child = spawn('perl', [program], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface(child.stdout);
  const pdus: Readonly<Record<string, string>>[] = [];
  const [first] = await once(lines, 'line');
  lines.on('line', (line) => pdus.push(JSON.parse(line)));
  return {
    port: Number(JSON.parse(String(first)).port),
    pdus,
    stop: async () => {
      const closed = once(child, 'close');
      child.stdin.end();
      await closed;
    },
  };
}
