const suffix = '.electron-double.invalid';

/**
 * Chromium without Electron knows no schemes of ours: `app://banko/a` is `https://banko.app.electron-double.invalid/a`
 * there, of which nothing ever reaches a network.
 */
export function toChromium(url: string, schemes: ReadonlySet<string>): string {
  const [, scheme, host, rest] = /^([a-z][a-z\d+.-]*):\/\/([^/?#]*)(.*)$/s.exec(url) ?? [];
  if (scheme === undefined || !schemes.has(scheme)) return url;
  return `https://${host}.${scheme}${suffix}${rest === '' ? '/' : rest}`;
}

/** As Electron would name it, also inside a `blob:` address. */
export function toElectron(url: string): string {
  return url.replace(
    /^(blob:)?https:\/\/([^/?#]+)\.([a-z\d+-]+)\.electron-double\.invalid/,
    (_whole, blob: string | undefined, host: string, scheme: string) => `${blob ?? ''}${scheme}://${host}`,
  );
}
