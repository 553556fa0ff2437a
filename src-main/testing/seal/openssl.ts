import { execFileSync, spawnSync } from 'node:child_process';

/** Whether this machine has others' programs that make and read seals (Debian: poppler-utils, openssl). */
export function hasSealReaders(): boolean {
  return ['pdfsig', 'openssl'].every(
    (program) => spawnSync(program, ['-v'], { stdio: 'ignore' }).error === undefined,
  );
}

/** Runs openssl in a folder; throws with what it says. */
export function openssl(folder: string, ...args: readonly string[]): string {
  return execFileSync('openssl', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/** A certificate of its own key, `<name>.pem` and `<name>.key` in the folder, good for ten years from now. */
export function makeCertificate(
  folder: string,
  name: string,
  {
    key = 'rsa:2048',
    extensions = [],
  }: { readonly key?: string; readonly extensions?: readonly string[] } = {},
): void {
  openssl(
    folder,
    ...['req', '-x509', '-newkey', ...key.split(' '), '-noenc', '-days', '3650'],
    ...['-subj', `/C=TR/O=Örnek Elektrik Dağıtım A.Ş./CN=${name}`, '-utf8'],
    ...extensions.flatMap((one) => ['-addext', one]),
    ...['-keyout', `${name}.key`, '-out', `${name}.pem`],
  );
}

/** A certificate that `<issuer>.pem` has issued. */
export function issueCertificate(
  folder: string,
  name: string,
  issuer: string,
  extensions: readonly string[],
  key = 'rsa:2048',
): void {
  openssl(
    folder,
    ...['req', '-x509', '-newkey', ...key.split(' '), '-noenc', '-days', '3650'],
    ...['-subj', `/C=TR/CN=${name}`],
    ...['-CA', `${issuer}.pem`, '-CAkey', `${issuer}.key`],
    ...extensions.flatMap((one) => ['-addext', one]),
    ...['-keyout', `${name}.key`, '-out', `${name}.pem`],
  );
}
