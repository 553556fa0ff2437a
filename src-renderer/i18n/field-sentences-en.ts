import type { InputOf, Method } from '../../src-shared/contract/index.ts';

type NamesIn<T> = T extends readonly (infer Item)[]
  ? NamesIn<Item>
  : T extends object
    ? string extends keyof T
      ? never
      : { [K in keyof T & string]: K | NamesIn<T[K]> }[keyof T & string]
    : never;

/** The name of any field, at any depth, of what a screen sends. */
type FieldName = NamesIn<InputOf<Method>>;

/** What each field expects. Only fields whose own name says it to nobody need a line here. */
const expectations: Partial<Readonly<Record<FieldName, string>>> = {
  applicationNo: 'No application is registered under this number.',
  apiKey: 'The branch key is needed.',
  applicationType: 'Choose the type of application.',
  body: 'A text has paragraphs; a notice asks for no consent, and a consent confirms no notice.',
  backOn: 'A day after today is needed, such as 05.03.2026.',
  backupId: 'The backup has to be another contact of the directory.',
  capacity: 'Choose in what capacity the applicant came; without a name it can only be an informant.',
  capacityEvidence: 'This capacity needs a document; write its name, 300 characters at most.',
  dataCategories: 'Say which data the consent is about, one kind a line.',
  categories: 'A branch has categories, and none goes while somebody waits in it.',
  categoryCode: 'Choose a category of this branch.',
  channel: 'Choose a channel that is in service.',
  clientId: 'The application’s id is needed: 8-4-4-4-12 digits.',
  clientSecret: 'The secret is needed.',
  closesAt: 'A time such as 16:30 is needed, after the opening, or none.',
  code: 'The code is missing, or not in the form that is expected.',
  colour: 'Choose a colour of the list.',
  consumerId: 'This consumer’s card was not found. Search for the person again.',
  dailyLimit: 'A daily limit is a number from 1 to 9000, or none.',
  department: 'A person needs a department.',
  description: 'What the application is about is needed, in 4000 characters at most.',
  deskCode: 'A desk’s code has capital letters and digits, such as B1, and is used once.',
  deskCodes: 'Choose one desk of the branch at least, or leave it open to all.',
  deskName: 'A desk needs a name of its own, of 40 characters at most.',
  desks: 'A branch has desks, and none goes while it is in use.',
  displayName: 'A name is needed, of 80 characters at most.',
  directPhone: 'A telephone number such as 0222 230 00 00 is needed, or none.',
  district: 'This province has no such district. Choose one from the list.',
  durableMedium: 'Choose on what the applicant gets the outcome to keep, and can get it.',
  email: 'An e-mail address such as name@example.com is needed.',
  extension: 'An extension has 2 to 8 digits; extension, number or SIP address is needed.',
  extensionPrefix: 'A prefix has digits, and a plus sign before them at most.',
  file: 'Choose the certificate’s .p12 or .pfx file, of 100 KB at most.',
  files: 'A file was cut off on its way. Choose the same file again, or take it off the list.',
  firstNumber: 'A first number lies between 1 and 9000.',
  graphUrl: 'An address that begins with https:// is needed.',
  graceMinutes: 'The time to come back lies between 0 and 480 minutes.',
  kep: 'A registered e-mail address ends like hs01.kep.tr, or there is none.',
  logo: 'This file can’t be a logo on paper: a plain PNG, JPEG or SVG of paths of 200 kB at most is needed.',
  mersis: 'A MERSİS number has 16 digits, or there is none.',
  shortName: 'A short name of 24 characters at most is needed.',
  memberIds: 'Choose the unit’s people among the users.',
  meetingId: 'This meeting was not found.',
  mode: 'Choose in person or Teams; a unit without an address can’t be called over Teams.',
  host: 'An address is needed, such as 192.168.1.20.',
  identityNo: 'An identity number has 11 digits and a tax number 10; check the digits.',
  identityVerifiedBy: 'Choose how identity was verified.',
  installationNo: 'An installation number has 5 to 12 digits.',
  kind: 'Choose one of the list.',
  landline: 'A telephone number such as 0222 230 00 00 is needed.',
  legalGrounds: 'One legal ground at least is needed.',
  letter: 'One capital letter is needed, used once.',
  lockAfterMinutes: 'The screen locks after 1 to 120 minutes.',
  loginUrl: 'An address that begins with https:// is needed.',
  longestWaitMinutes: 'The longest wait lies between 5 and 480 minutes.',
  method: 'Choose how the notice was given.',
  name: 'A name or title is needed, in the length that its place has.',
  nightPolicy: 'Choose what becomes at night of those who wait.',
  note: 'The note is too long, or holds a telephone or identity number.',
  notice: 'The notice has to be given, in its current version.',
  organizerId: 'The organizer’s object id is needed: 8-4-4-4-12 digits.',
  opensAt: 'A time such as 08:30 is needed, or none.',
  outcome: 'The outcome is needed in words, 4000 characters at most.',
  outcomeKind: 'Choose the kind of outcome.',
  password: 'A password is needed; a new one has at least 10 characters.',
  phone: 'A number that can get SMS is needed, such as 0532 123 45 67.',
  pin: 'A PIN has 4 to 8 digits.',
  port: 'A port is a number from 1 to 65535.',
  premises: 'An address is needed for an answer in writing.',
  priorityFactor: 'The priority factor lies between 1 and 10.',
  priorityHeadStartMinutes: 'The head start of priority lies between 0 and 120 minutes.',
  purpose: 'A consent needs one definite purpose.',
  purposeCode: 'A code of small letters, digits and underscores is needed for the purpose.',
  reason: 'Choose why the number is cancelled.',
  replyChannel: 'Choose how to reply.',
  result: 'Choose the result of the call, or write that of the meeting, in 2000 characters at most.',
  roomCode:
    'Choose a room of the branch. A room’s code has capital letters and digits, such as G1, and is used once.',
  roomName: 'A room needs a name of its own, of 60 characters at most.',
  rooms: 'No room goes while somebody waits for it.',
  satisfaction: 'Choose the answer to the satisfaction question.',
  teamCodes: 'Choose teams of the list.',
  teamsAddress: 'An e-mail address such as unit@example.com is needed, or none.',
  sip: 'A SIP address such as person@exchange.example.com is needed, or none.',
  sipDomain: 'A domain such as exchange.example.com is needed, or none.',
  title: 'A title is needed.',
  tenantId: 'The tenant’s id or domain is needed.',
  teamCode: 'Choose a team of the list.',
  ticketId: 'This queue number was not found.',
  topicCode: 'Choose a topic of the list.',
  topicFields: 'This topic needs this detail, or in another form.',
  trackingUrl: 'The address at which consumers follow their application is needed.',
  unitCode: 'Choose a unit of the branch. A unit’s code has capital letters and digits, and is used once.',
  unitName: 'A unit needs a name of its own, of 80 characters at most.',
  units: 'No unit goes while it has a room or a meeting.',
  unit: 'The unit that meets visitors in this room is needed.',
  user: 'A password needs a user name beside it.',
  validFrom: 'A day from today on is needed, such as 05.03.2026.',
  validTo: 'No day, or one after the first that runs into no later version; the counter’s notice has no end.',
  url: 'An address that begins with http:// or https:// is needed.',
  username: 'A user name has 2 to 40 lower-case letters, digits, dots and hyphens, and is used once.',
  weight: 'A weight lies between 0.1 and 10.',
  workstationNo: 'A PC’s number lies between 1 and 99.',
};

const general = 'This field is missing, or not in the form that is expected.';

/** By the last name of the path that there is a sentence for: `topicFields.poleNo` is one of the topic's. */
export function fieldSentenceEn(path: string): string {
  const sentences: Readonly<Record<string, string | undefined>> = expectations;
  const name = path.split('.').findLast((part) => Object.hasOwn(sentences, part));
  return (name === undefined ? undefined : sentences[name]) ?? general;
}
