import type { PayloadOf } from '../ledger/entry-types.ts';
import { type Calendar, makeCalendar } from './calendar.ts';
import {
  allHolidays,
  type HolidaysFile,
  holidaysSchema,
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
import { counterNoticeCode, type PublishedText, publishedText, textsSchema, usualLanguage } from './texts.ts';

/** The shipped, versioned data by which applications are taken and their days counted, at a counter or a gateway. */
export type Catalogue = {
  /** As they were shipped; the branch may have its own. */
  readonly channels: ChannelsFile;
  readonly topics: TopicsFile;
  readonly teams: TeamsFile;
  readonly provinces: ProvincesFile;
  /** Notices and consents as they were shipped, every version ever; the branch may have published its own since. */
  readonly texts: readonly PublishedText[];
  /** The shipped notice, where the branch has none of its own. */
  readonly notice: PublishedText;
  readonly holidays: HolidaysFile;
  readonly calendar: Calendar;
  readonly topic: (code: string) => Topic | undefined;
  readonly topicLabel: (code: string) => string;
  readonly teamName: (code: string) => string | undefined;
  readonly smsTemplate: (purpose: PayloadOf<'sms.requested'>['purpose']) => SmsTemplate;
};

/** The files of `assets`, as JSON. */
export type CatalogueFiles = Readonly<
  Record<'channels' | 'topics' | 'teams' | 'provinces' | 'texts' | 'smsTemplates' | 'holidays', unknown>
>;

/** Throws where a shipped file does not fit its schema: a broken build must not start. */
export function makeCatalogue(files: CatalogueFiles, sha256: (text: string) => string): Catalogue {
  const topics = topicsSchema.parse(files.topics);
  const teams = teamsSchema.parse(files.teams);
  const provinces = provincesSchema.parse(files.provinces);
  const texts = textsSchema.parse(files.texts).map((text) => publishedText(text, sha256));
  const sms = smsTemplatesSchema.parse(files.smsTemplates);
  const holidays = holidaysSchema.parse(files.holidays);
  const byCode = new Map(topics.topics.map((topic) => [topic.code, topic]));
  const teamNames = new Map(teams.teams.map((team) => [team.code, team.name]));
  return {
    channels: channelsSchema.parse(files.channels),
    topics,
    teams,
    provinces,
    texts,
    notice: shippedNotice(texts),
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

function shippedNotice(texts: readonly PublishedText[]): PublishedText {
  const notice = texts.findLast(
    ({ code, language }) => code === counterNoticeCode && language === usualLanguage,
  );
  if (notice === undefined) throw new Error('The shipped notice is missing');
  return notice;
}
