import type { InputOf, OutputOf } from '../../src-shared/contract/index.ts';
import type { Role } from '../../src-shared/ledger/other-entries.ts';
import { revealFields } from '../../src-shared/rules/field-access.ts';
import type { TestCore } from './make-core.ts';

export const adminSecrets = { username: 'yonetici', password: 'yonetici-parolasi', pin: '9999' } as const;

const userPin = '1234';

/** A branch with one desk; its administrator is signed in at window `admin`. */
export async function setUp(test: TestCore): Promise<void> {
  await test.ok('system.setUp', {
    branch: { code: '26', name: 'Eskişehir Merkez' },
    desk: { code: 'B1', name: 'Banko 1' },
    workstationNo: 1,
    administrator: { ...adminSecrets, displayName: 'Deniz Yönetici' },
  });
  const { username, password } = adminSecrets;
  await test.ok('session.signIn', { username, password }, { window: 'admin' });
}

/** A user of that role, signed in at the window of the same name (or `window`). */
export async function signInAs(test: TestCore, role: Role, window: string = role): Promise<void> {
  const password = `${window}-parolasi-uzun`;
  const user = { username: window, displayName: `Kişi ${window}`, role, password, pin: userPin };
  await test.ok('user.add', user, { window: 'admin' });
  await test.ok('session.signIn', { username: window, password }, { window });
}

/** Whoever `setUp` or `signInAs` had signed in at this window, after the core was opened again. */
export async function signInAgain(test: TestCore, window: string): Promise<void> {
  const { username, password } =
    window === 'admin' ? adminSecrets : { username: window, password: `${window}-parolasi-uzun` };
  await test.ok('session.signIn', { username, password }, { window });
}

/** Time passes minute by minute, and nobody at these windows lets their screen lock. */
export async function stayAtWork(
  test: TestCore,
  minutes: number,
  ...windows: readonly string[]
): Promise<void> {
  for (let passed = 0; passed < minutes; passed += 1) {
    test.clock.advance(60_000);
    for (const window of windows) await test.ok('session.active', {}, { window });
  }
}

/** After a time in which the core has locked the screens: whoever is signed in at these windows types the PIN. */
export async function comeBack(test: TestCore, ...windows: readonly string[]): Promise<void> {
  for (const window of windows)
    await test.ok('session.unlock', { pin: window === 'admin' ? adminSecrets.pin : userPin }, { window });
}

/** A walk-in's application as a clerk would enter it; `changes` replace whole members. */
export function anApplication(
  changes: Partial<InputOf<'application.register'>> = {},
): InputOf<'application.register'> {
  return {
    channel: 'solution_point',
    ticketId: null,
    consumerId: null,
    applicant: {
      kind: 'person',
      name: 'Ayşe Işık',
      identityNo: '10000000146',
      phone: '0532 123 45 67',
      landline: null,
      email: null,
    },
    capacity: 'self',
    capacityEvidence: '',
    identityVerifiedBy: 'identity_card',
    applicationType: 'complaint',
    topicCode: 'outage_frequent',
    topicFields: {},
    description: 'Mahallede her akşam elektrik kesiliyor.',
    installationNo: '10000091010',
    premises: {
      province: 'Eskişehir',
      district: 'Odunpazarı',
      neighbourhood: 'Vişnelik Mahallesi',
      street: 'Taşköprü Caddesi',
      doorNo: '12/4',
    },
    replyChannel: 'telephone',
    notice: { textCode: 'privacy_notice_counter', textVersion: 1, method: 'read_on_screen' },
    ...changes,
  };
}

/** Lets whoever is signed in at that window know who informed. */
export async function letKnowInformants(test: Pick<TestCore, 'ok'>, window: string): Promise<void> {
  const userId = (await test.ok('session.current', {}, { window })).user?.id ?? '';
  await test.ok('user.setInformants', { userId, mayKnowInformants: true }, { window: 'admin' });
}

/** All numbers of a consumer or of an application's file, shown to that window for a while. */
export async function reveal(
  test: Pick<TestCore, 'ok'>,
  subject: InputOf<'person.reveal'>['subject'],
  options: { readonly window?: string } = {},
): Promise<void> {
  const fields = [...revealFields];
  await test.ok('person.reveal', { subject, fields, reason: 'identity_check', words: '' }, options);
}

/** What a desk sees of a consumer once it is on record that the consumer asks for themselves: card and account, numbers whole. */
export async function wholeCard(
  test: Pick<TestCore, 'ok'>,
  consumerId: string,
  options: { readonly window?: string } = {},
): Promise<OutputOf<'consumer.get'> & OutputOf<'consumer.account'>> {
  const asked = { capacity: 'self', capacityEvidence: '', identityVerifiedBy: 'identity_card' } as const;
  await test.ok('consumer.disclose', { consumerId, ...asked, ticketId: null }, options);
  await reveal(test, { kind: 'consumer', id: consumerId }, options);
  const account = await test.ok('consumer.account', { consumerId }, options);
  return { ...(await test.ok('consumer.get', { consumerId }, options)), ...account };
}
