import { type Entry, gatewayActor } from '../../../../src-shared/ledger/entry.ts';
import { channelWords } from '../../../../src-shared/text/words.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { systemActor } from '../../handler.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import { listUsers } from '../session/users.repo.ts';
import { textTitles } from '../text/texts.repo.ts';
import type { TimelineNames } from './timeline.ts';

/** How the writers of entries are called on screen, and which entries the CRM does not know yet. */
export async function actorNames(db: Reader, catalogue: Catalogue): Promise<TimelineNames> {
  const users = new Map((await listUsers(db)).map((user) => [user.id, user.displayName]));
  const logs = await db.selectFrom('logs').select(['log', 'sent_seq']).where('is_own', '=', 1).execute();
  const titleOf = await textTitles(db, catalogue);
  const sent = new Map(logs.map((row) => [row.log, row.sent_seq]));
  return {
    actor: (actor) => users.get(actor) ?? nameOfStranger(actor, catalogue),
    text: (code, hash) => titleOf(code, hash) ?? code,
    topic: catalogue.topic,
    topicLabel: catalogue.topicLabel,
    isUnsent: (entry: Entry) => entry.seq > (sent.get(entry.log) ?? entry.seq),
  };
}

/** By what an application came in; who answers calls is called otherwise than the channel. */
const intakeNames: ReadonlyMap<string, string> = new Map(
  Object.entries({ ...channelWords, web: 'Web formu', switchboard: 'Çağrı merkezi' }),
);

function nameOfStranger(actor: string, catalogue: Catalogue): string {
  if (actor === systemActor) return 'Banko';
  if (actor === gatewayActor) return 'CRM';
  const channel = /^intake:(.+)$/.exec(actor)?.[1];
  if (channel !== undefined) return intakeNames.get(channel) ?? actor;
  const [, teamCode, member] = /^team:([^/]+)\/(.+)$/.exec(actor) ?? [];
  if (teamCode === undefined || member === undefined) return actor;
  return `${member}, ${catalogue.teamName(teamCode) ?? teamCode}`;
}
