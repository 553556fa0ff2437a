import { readFileSync } from 'node:fs';
import { type Catalogue, makeCatalogue } from '../../src-shared/rules/make-catalogue.ts';
import { sha256 } from './ids.ts';

function asset(path: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../assets/${path}`, import.meta.url), 'utf8'));
}

/** What ships with the gateway: topics, teams, channels, texts, provinces and holidays. Read once. */
export const shippedCatalogue: Catalogue = makeCatalogue(
  {
    channels: asset('channels.json'),
    topics: asset('topics.json'),
    teams: asset('teams.json'),
    provinces: asset('provinces.json'),
    texts: [
      'privacy-notice',
      'privacy-notice-en',
      'consent-life-support',
      'consent-life-support-en',
      'consent-health-documents',
      'consent-conviction-documents',
    ].map((name) => asset(`texts/${name}.json`)),
    smsTemplates: asset('texts/sms-templates.json'),
    holidays: asset('holidays.json'),
  },
  sha256,
);
