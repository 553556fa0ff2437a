import type { Topic } from '../../../src-shared/rules/catalogue.ts';
import { shippedCatalogue } from '../../lib/catalogue.ts';

export type TopicGroup = { readonly title: string; readonly topics: readonly Topic[] };

const groups: readonly (readonly [string, readonly string[]])[] = [
  ['Tehlike ve ihbar', ['hazard', 'tree_trimming', 'illegal_use_report']],
  [
    'Kesinti ve gerilim',
    [
      'outage_fault',
      'outage_planned',
      'outage_frequent',
      'outage_compensation',
      'voltage_quality',
      'equipment_damage',
      'disconnect_reconnect',
    ],
  ],
  ['Sokak aydınlatması', ['street_lighting', 'street_lighting_new']],
  ['Sayaç ve okuma', ['meter_fault', 'meter_test', 'meter_reading', 'illegal_use_objection']],
  [
    'Bağlantı, güç ve proje',
    [
      'connection_new',
      'connection_power_change',
      'temporary_connection',
      'project_approval',
      'generation_ges',
      'asset_transfer',
    ],
  ],
  ['Direk, hat ve arazi', ['pole_line_relocation', 'expropriation_land', 'construction_damage']],
  ['Hizmet ve kişisel veriler', ['staff_service', 'life_support', 'data_subject_request']],
  ['Kurumlardan gelen yazılar', ['legal_authority', 'regulator']],
];
const restTitle = 'Bilgi ve diğer konular';

/** What the company itself deals with, as people look for it; a topic that no group names is among the rest. */
export function topicGroups(): readonly TopicGroup[] {
  const open = openTopics('dso');
  const named = groups.map(([title, codes]) => ({
    title,
    topics: codes.flatMap((code) => open.find((topic) => topic.code === code) ?? []),
  }));
  const taken = new Set(named.flatMap(({ topics }) => topics));
  return [...named, { title: restTitle, topics: open.filter((topic) => !taken.has(topic)) }].filter(
    ({ topics }) => topics.length > 0,
  );
}

/** What the supplier deals with. */
export function retailTopics(): readonly Topic[] {
  return openTopics('retail');
}

function openTopics(group: Topic['group']): readonly Topic[] {
  return shippedCatalogue.topics.topics.filter(
    (topic) => topic.group === group && topic.retiredAt === undefined,
  );
}
