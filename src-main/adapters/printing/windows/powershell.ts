import { spawn } from 'node:child_process';

export type PowerShellCommand = {
  readonly file: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
};

/** A script as it has to be handed over: in UTF-16, so that no quoting comes in between. */
export function powerShell(script: string, env: PowerShellCommand['env'] = {}): PowerShellCommand {
  const encoded = Buffer.from(script, 'utf16le').toString('base64');
  return {
    file: 'powershell.exe',
    args: ['-NoProfile', '-NonInteractive', '-EncodedCommand', encoded],
    env,
  };
}

export type PowerShellAnswer = { readonly isOk: boolean; readonly stdout: string };
export type RunPowerShell = (command: PowerShellCommand, stdin?: Uint8Array) => Promise<PowerShellAnswer>;

const timeoutMs = 60_000;

export const runPowerShell: RunPowerShell = ({ file, args, env }, stdin = new Uint8Array()) =>
  new Promise((resolve) => {
    const child = spawn(file, args, {
      env: { ...process.env, ...env },
      windowsHide: true,
      timeout: timeoutMs,
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', () => resolve({ isOk: false, stdout: '' }));
    child.on('close', (code) =>
      resolve({ isOk: code === 0, stdout: Buffer.concat(chunks).toString('utf8').trim() }),
    );
    // A script that ends early closes its input.
    child.stdin.on('error', () => undefined);
    child.stdin.end(stdin);
  });
