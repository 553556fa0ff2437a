import type { PayloadOf } from '../../../src-shared/ledger/entry-types.ts';
import { type Random, type Weighted, weighted } from './random.ts';
import { meteringStories } from './stories/metering-stories.ts';
import { networkStories } from './stories/network-stories.ts';
import { officeStories } from './stories/office-stories.ts';
import { outageStories } from './stories/outage-stories.ts';
import type { Story } from './stories/story.ts';

type Registration = PayloadOf<'application.registered'>;
export type Channel = Registration['channel'];

/** How far an application gets, or how two people got in each other's way. */
export type Ending =
  | 'registered'
  | 'routed'
  | 'in_progress_at_team'
  | 'answered_by_team'
  | 'returned_to_router'
  | 'contacting_customer'
  | 'waiting_for_applicant'
  | 'reopened'
  | 'merged_duplicate'
  | 'cancelled_by_applicant'
  | 'closed'
  | 'closed_twice'
  | 'closed_across_answer';

/** One in eighty is forgotten somewhere on its way; the newest are open anyhow, since time has not passed yet. */
const endings: Weighted<Ending> = [
  ['closed', 974],
  ['waiting_for_applicant', 1],
  ['reopened', 2],
  ['merged_duplicate', 2],
  ['cancelled_by_applicant', 4],
  ['registered', 1],
  ['routed', 3],
  ['in_progress_at_team', 3],
  ['answered_by_team', 2],
  ['returned_to_router', 1],
  ['contacting_customer', 3],
  ['closed_twice', 2],
  ['closed_across_answer', 2],
];
export const drawEnding = weighted(endings);

export const drawDeskChannel = weighted<Channel>([
  ['solution_point', 82],
  ['face_to_face', 8],
  ['written', 10],
]);
export const drawRemoteChannel = weighted<Channel>([
  ['switchboard', 40],
  ['app', 22],
  ['web', 20],
  ['info_email', 10],
  ['social_media', 7],
  ['online', 1],
]);

const stories = [...outageStories, ...networkStories, ...meteringStories, ...officeStories];
const [firstStory, ...otherStories] = stories;
if (firstStory === undefined) throw new Error('There are no stories');
const drawAny = weighted<Story>([
  [firstStory, firstStory.weight],
  ...otherStories.map((story) => [story, story.weight] as const),
]);
const storyOfTopic = new Map(stories.map((story) => [story.topicCode, story]));

export function drawStory(random: Random, topicCode?: string): Story {
  return (topicCode === undefined ? undefined : storyOfTopic.get(topicCode)) ?? drawAny(random);
}

/** Share of the deadline that an application takes: most are in good time, one in sixteen is late. */
export function drawPace(random: Random): number {
  if (random.chance(0.06)) return 1.05 + random.next() * 0.4;
  return 0.12 + random.next() * random.next() * 0.8;
}

type Capacity = Registration['capacity'];
const personCapacities = weighted<Capacity>([
  ['self', 58],
  ['owner', 16],
  ['tenant', 13],
  ['relative', 5],
  ['proxy', 3],
  ['building_manager', 2],
  ['heir', 1],
  ['muhtar', 0.7],
  ['electrician', 0.8],
  ['parent', 0.3],
  ['legal_guardian', 0.2],
]);

export function drawCapacity(random: Random, kind: Registration['applicant']['kind']): Capacity {
  if (kind === 'company') return random.chance(0.06) ? 'facility_engineer' : 'company_rep';
  return kind === 'public_body' ? 'public_body' : personCapacities(random);
}

/** The paper by which each capacity is shown, for those that count only with one. */
export const evidenceOf: Partial<Readonly<Record<Capacity, string>>> = {
  proxy: 'Noter onaylı vekâletname',
  company_rep: 'İmza sirküleri ve yetki belgesi',
  legal_guardian: 'Vesayet kararı',
  heir: 'Veraset ilamı',
  building_manager: 'Kat malikleri kurulu kararı',
  public_body: 'Görevlendirme yazısı',
};

/** Who writes on their own card; others act for the person on it. */
export const ownCapacities: ReadonlySet<Capacity> = new Set(['self', 'owner', 'tenant', 'company_rep']);
