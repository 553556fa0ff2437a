export const diallingSchemes = ['tel', 'sip'] as const;
export type DiallingScheme = (typeof diallingSchemes)[number];

/** How the branch's telephones are dialled from a link. */
export type Dialling = {
  readonly scheme: DiallingScheme;
  /** Goes before an extension, so that a telephone outside the exchange reaches it; digits and `+` only. */
  readonly extensionPrefix: string;
  /** The exchange's domain, for an extension dialled by SIP; empty where it has none. */
  readonly sipDomain: string;
};

export const plainDialling: Dialling = { scheme: 'tel', extensionPrefix: '', sipDomain: '' };

export type Reachable = {
  readonly extension: string | null;
  /** E.164 */
  readonly directPhone: string | null;
  readonly sip: string | null;
};

/**
 * The link by which the system's telephone program calls somebody: by SIP where the branch dials so and there is an
 * address, else by extension, else by the direct number (RFC 3966, RFC 3261 19.1). Undefined where nobody can be
 * reached by telephone.
 */
export function dialLink(contact: Reachable, dialling: Dialling): string | undefined {
  const { extension, directPhone } = contact;
  const sip = sipAddress(contact, dialling);
  if (dialling.scheme === 'sip' && sip !== undefined) return `sip:${sip}`;
  if (extension !== null) return `tel:${dialling.extensionPrefix}${extension}`;
  if (directPhone !== null) return `tel:${directPhone}`;
  return sip === undefined ? undefined : `sip:${sip}`;
}

function sipAddress({ sip, extension }: Reachable, { sipDomain }: Dialling): string | undefined {
  if (sip !== null) return sip;
  return extension === null || sipDomain === '' ? undefined : `${extension}@${sipDomain}`;
}
