/**
 * Nothing from elsewhere, no inline script. Styles alone may be inline: Mantine sets its variables and sizes
 * through style attributes and one style element, which no nonce of a static page can cover.
 * @param hosts under which the page may be open, with port: old browsers don't count a WebSocket as `'self'`
 */
export function securityHeaders(hosts: readonly string[]): Readonly<Record<string, string>> {
  const sockets = hosts.map((host) => `ws://${host}`);
  return {
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data: blob:",
      "font-src 'self'",
      "media-src 'self'",
      ['connect-src', "'self'", ...sockets].join(' '),
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  };
}
