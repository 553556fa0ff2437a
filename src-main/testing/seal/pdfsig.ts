import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type ReadSeal = {
  readonly isValid: boolean;
  readonly isOfWholeFile: boolean;
  readonly kind: string;
  readonly signer: string;
};

/** What poppler says of a file's one seal; whether its authority is known is not asked. Undefined where it sees none. */
export function readSeal(pdf: Uint8Array): ReadSeal | undefined {
  return inFolder(pdf, (folder, file) => {
    const { stdout } = spawnSync('pdfsig', ['-nocert', file], { cwd: folder, encoding: 'utf8' });
    if (!stdout.includes('Signature #1')) return undefined;
    return {
      isValid: stdout.includes('Signature Validation: Signature is Valid.'),
      isOfWholeFile: stdout.includes('Total document signed'),
      kind: /Signature Type: (.*)/.exec(stdout)?.[1] ?? '',
      signer: /Signer Certificate Common Name: (.*)/.exec(stdout)?.[1] ?? '',
    };
  });
}

/** The seal's CMS as poppler takes it out of the file. */
export function dumpSeal(pdf: Uint8Array): Buffer {
  return inFolder(pdf, (folder, file) => {
    execFileSync('pdfsig', ['-dump', file], { cwd: folder, stdio: 'ignore' });
    return readFileSync(join(folder, 'sealed.pdf.sig0'));
  });
}

function inFolder<T>(pdf: Uint8Array, read: (folder: string, file: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'banko-seal-'));
  try {
    const file = join(folder, 'sealed.pdf');
    writeFileSync(file, pdf);
    return read(folder, file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
