import channelsFile from '../../../assets/channels.json' with { type: 'json' };
import holidaysFile from '../../../assets/holidays.json' with { type: 'json' };
import neighbourhoodsFile from '../../../assets/neighbourhoods.json' with { type: 'json' };
import provincesFile from '../../../assets/provinces.json' with { type: 'json' };
import teamsFile from '../../../assets/teams.json' with { type: 'json' };
import noticeFile from '../../../assets/texts/privacy-notice.json' with { type: 'json' };
import smsFile from '../../../assets/texts/sms-templates.json' with { type: 'json' };
import topicsFile from '../../../assets/topics.json' with { type: 'json' };
import { canonicalJson } from '../../../src-shared/ledger/canonical-json.ts';
import type { PayloadOf } from '../../../src-shared/ledger/entry-types.ts';
import { type Calendar, makeCalendar } from '../../../src-shared/rules/calendar.ts';
import {
  allHolidays,
  type HolidaysFile,
  holidaysSchema,
  type NeighbourhoodsFile,
  type Notice,
  neighbourhoodsSchema,
  noticeSchema,
  type ProvincesFile,
  provincesSchema,
  smsTemplatesSchema,
  type TeamsFile,
  type Topic,
  type TopicsFile,
  teamsSchema,
  topicsSchema,
} from '../../../src-shared/rules/catalogue.ts';
import { type ChannelsFile, channelsSchema } from '../../../src-shared/rules/channels.ts';
import type { SmsTemplate } from '../../../src-shared/rules/sms-template.ts';
import { sha256 } from '../ledger/digest.ts';

/** The shipped, versioned data by which applications are taken and their days counted. */
export type Catalogue = {
  /** As they were shipped; the branch may have its own, see `domains/channels`. */
  readonly channels: ChannelsFile;
  readonly topics: TopicsFile;
  readonly teams: TeamsFile;
  readonly provinces: ProvincesFile;
  /** Read when it is first asked for: nothing at the start needs it. */
  readonly neighbourhoods: () => NeighbourhoodsFile;
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

/** Throws where a shipped file does not fit its schema: a broken build must not start. */
export function loadCatalogue(): Catalogue {
  const topics = topicsSchema.parse(topicsFile);
  const teams = teamsSchema.parse(teamsFile);
  const provinces = provincesSchema.parse(provincesFile);
  const notice = noticeSchema.parse(noticeFile);
  const sms = smsTemplatesSchema.parse(smsFile);
  const holidays = holidaysSchema.parse(holidaysFile);
  let neighbourhoods: NeighbourhoodsFile | undefined;
  const byCode = new Map(topics.topics.map((topic) => [topic.code, topic]));
  const teamNames = new Map(teams.teams.map((team) => [team.code, team.name]));
  return {
    channels: channelsSchema.parse(channelsFile),
    topics,
    teams,
    provinces,
    neighbourhoods: () => {
      neighbourhoods ??= neighbourhoodsSchema.parse(neighbourhoodsFile);
      return neighbourhoods;
    },
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
