export type TypedAddress = {
  readonly host: string;
  /** Undefined where none was typed. */
  readonly port: number | undefined;
};

/** Reads `192.168.1.20`, `merkez.local:41710`, `fd00::2` or `[fd00::2]:41710`. What is no address stays as the host, for the contract to refuse. */
export function parseTypedAddress(input: string): TypedAddress {
  const text = input.trim();
  const match = /^\[([^\]]+)\](?::(\d{1,5}))?$/.exec(text) ?? /^([^:\s]+):(\d{1,5})$/.exec(text);
  if (match === null) return { host: text, port: undefined };
  const [, host = '', port] = match;
  return { host, port: port === undefined ? undefined : Number(port) };
}

/** As `parseTypedAddress` reads it. */
export function formatAddress({ host, port }: { readonly host: string; readonly port: number }): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}
