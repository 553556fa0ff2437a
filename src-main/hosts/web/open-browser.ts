import { spawn } from 'node:child_process';

/** Opens the system's browser; where there is none, the ready line still tells the address. */
export function openBrowser(url: string): void {
  const [program, args] = commandFor(url);
  const child = spawn(program, args, { detached: true, stdio: 'ignore' });
  child.on('error', () => undefined);
  child.unref();
}

function commandFor(url: string): [string, string[]] {
  switch (process.platform) {
    case 'win32':
      return ['rundll32', ['url.dll,FileProtocolHandler', url]];
    case 'darwin':
      return ['open', [url]];
    default:
      return ['xdg-open', [url]];
  }
}
