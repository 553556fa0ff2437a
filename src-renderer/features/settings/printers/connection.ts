import type { RawConnection } from '../../../../src-shared/contract/printers.ts';

/** What is typed, before it is a connection: every kind keeps its fields while another is looked at. */
export type ConnectionValues = {
  readonly kind: 'none' | RawConnection['kind'];
  readonly host: string;
  readonly port: number | string;
  readonly name: string;
};

export function valuesOf(connection: RawConnection | undefined): ConnectionValues {
  return { kind: 'none', host: '', port: 9100, name: '', ...connection };
}

/** Null where there is to be no printer. */
export function connectionOf({ kind, host, port, name }: ConnectionValues): RawConnection | null {
  if (kind === 'none') return null;
  return kind === 'network' ? { kind, host, port: Number(port) } : { kind, name };
}
