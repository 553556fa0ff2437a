import { canonicalJson } from '../ledger/canonical-json.ts';
import type { PayloadOf } from '../ledger/entry-types.ts';
import { type Calendar, makeCalendar } from './calendar.ts';
import {
  allHolidays,
  type HolidaysFile,
  holidaysSchema,
  type Notice,
  noticeSchema,
  type ProvincesFile,
  provincesSchema,
  smsTemplatesSchema,
  type TeamsFile,
  type Topic,
  type TopicsFile,
  teamsSchema,
  topicsSchema,
} from './catalogue.ts';
import { type ChannelsFile, channelsSchema } from './channels.ts';
import type { SmsTemplate } from './sms-template.ts';

/** The shipped, versioned data by which applications are taken and their days counted, at a counter or a gateway. */
export type Catalogue = {
  /** As they were shipped; the branch may have its own. */
  readonly channels: ChannelsFile;
  readonly topics: TopicsFile;
  readonly teams: TeamsFile;
  readonly provinces: ProvincesFile;
  readonly notice: Notice;
  /** Which wording exactly was shown: kept on the record beside its version. */
  readonly noticeHash: string;
  readonly holidays: HolidaysFile;
  readonly calendar: Calendar;
  readonly topic: (code: string) => Topic | undefined;
  readonly topicLabel: (code: string) => string;
  readonly teamName: (code: string) => string | undefined;
  readonly smsTemplate: (purpose: PayloadOf<'sms.requested'>['purpose']) => SmsTemplate;
};

/** The files of `assets`, as JSON. */
export type CatalogueFiles = Readonly<
  Record<'channels' | 'topics' | 'teams' | 'provinces' | 'notice' | 'smsTemplates' | 'holidays', unknown>
>;

/** Throws where a shipped file does not fit its schema: a broken build must not start. */
export function makeCatalogue(files: CatalogueFiles, sha256: (text: string) => string): Catalogue {
  const topics = topicsSchema.parse(files.topics);
  const teams = teamsSchema.parse(files.teams);
  const provinces = provincesSchema.parse(files.provinces);
  const notice = noticeSchema.parse(files.notice);
  const sms = smsTemplatesSchema.parse(files.smsTemplates);
  const holidays = holidaysSchema.parse(files.holidays);
  const byCode = new Map(topics.topics.map((topic) => [topic.code, topic]));
  const teamNames = new Map(teams.teams.map((team) => [team.code, team.name]));
  return {
    channels: channelsSchema.parse(files.channels),
    topics,
    teams,
    provinces,
    notice,
    noticeHash: sha256(canonicalJson(notice)),
    holidays,
    calendar: makeCalendar(allHolidays(holidays)),
    topic: (code) => byCode.get(code),
    topicLabel: (code) => byCode.get(code)?.label ?? code,
    teamName: (code) => teamNames.get(code),
    smsTemplate: (purpose) => {
      const template = sms.templates.find((item) => item.code === purpose && item.language === 'tr');
      if (template === undefined) throw new Error('A shipped SMS template is missing');
      return template;
    },
  };
}
