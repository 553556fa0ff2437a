import type { Role } from '../ledger/other-entries.ts';

/** What of a person an answer can hold, by how much it tells to whoever reads over a shoulder. */
export const fieldClasses = [
  'name',
  /** In lists and results: many people at once, in sight of whoever stands at the desk. */
  'listed_name',
  'identity_no',
  'phone',
  'landline',
  'email',
  'address',
  'installation',
  /** What was said about the matter, in free words: description, notes, answers, outcome, results of talks. */
  'words',
  'evidence',
  /** Answers to a topic that needs special-category data (KVKK md. 6). */
  'special_topic',
  'attachment_name',
  'special_attachment',
] as const;
export type FieldClass = (typeof fieldClasses)[number];

/**
 * `masked` tells one from another and no more (`123••••••01`, `Ayşe I.`); of free words nothing is left. `absent` never
 * leaves the core.
 */
export type Sight = 'whole' | 'masked' | 'absent';

const desk: Readonly<Record<FieldClass, Sight>> = {
  name: 'whole',
  listed_name: 'masked',
  identity_no: 'masked',
  phone: 'masked',
  landline: 'masked',
  email: 'masked',
  address: 'whole',
  installation: 'whole',
  words: 'whole',
  evidence: 'whole',
  special_topic: 'whole',
  attachment_name: 'whole',
  special_attachment: 'whole',
};

/**
 * Who may see what of a person (KVKK md. 4 and 12; Board decisions 2017/62 and 2018/63). The desk works with all of it,
 * and sees numbers masked until it says why it needs them. Reception tells a visitor how an application stands and
 * where to go. A unit works on the matter at its place, and talks with whom the desk has sent.
 */
const access: Readonly<Record<Role, Readonly<Record<FieldClass, Sight>>>> = {
  clerk: desk,
  supervisor: desk,
  administrator: desk,
  reception: {
    name: 'masked',
    listed_name: 'masked',
    identity_no: 'masked',
    phone: 'masked',
    landline: 'masked',
    email: 'absent',
    address: 'absent',
    installation: 'absent',
    words: 'absent',
    evidence: 'absent',
    special_topic: 'absent',
    attachment_name: 'absent',
    special_attachment: 'absent',
  },
  unit: {
    name: 'whole',
    listed_name: 'masked',
    identity_no: 'absent',
    phone: 'absent',
    landline: 'absent',
    email: 'absent',
    address: 'whole',
    installation: 'whole',
    words: 'whole',
    evidence: 'absent',
    special_topic: 'absent',
    attachment_name: 'whole',
    special_attachment: 'absent',
  },
};

/** What an answer says of an informant only to those to whom the administrator has given that. */
const tellsWhoInformed: ReadonlySet<FieldClass> = new Set<FieldClass>([
  'name',
  'listed_name',
  'identity_no',
  'phone',
  'landline',
  'email',
  'evidence',
  'attachment_name',
  'special_attachment',
]);

/** What can be shown whole for a while to whoever says why. */
export const revealFields = ['identity_no', 'phone', 'landline', 'email'] as const;
export type RevealField = (typeof revealFields)[number];

export type Viewer = {
  readonly role: Role;
  readonly mayKnowInformants: boolean;
  /** What this window has on record for being shown now. */
  readonly revealed: ReadonlySet<RevealField>;
};

/** @param isOfInformant the person is secret (THY; process FF-4) */
export function sightOf(viewer: Viewer, field: FieldClass, isOfInformant: boolean): Sight {
  if (isOfInformant && !viewer.mayKnowInformants && tellsWhoInformed.has(field)) return 'absent';
  const sight = access[viewer.role][field];
  const isRevealed = revealFields.some((known) => known === field && viewer.revealed.has(known));
  return sight === 'masked' && isRevealed ? 'whole' : sight;
}

/** Whether this role may have anything shown whole that it sees masked. */
export function mayReveal(role: Role): boolean {
  return access[role] === desk;
}

export const revealReasons = ['call', 'identity_check', 'paper', 'correction', 'other'] as const;
export type RevealReason = (typeof revealReasons)[number];

/** What was revealed is masked again after so long: about as long as one visitor stays. */
export const revealMinutes = 15;
