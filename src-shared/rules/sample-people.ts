import { foldTurkish } from '../text/fold.ts';

/** Who works in the teams of the sample and of the gateway's demo; none of them is anybody. */
const people: Readonly<Record<string, string>> = {
  outage_repair: 'Murat Yıldız',
  network_operation: 'Burak Şahin',
  supply_continuity: 'Selin Arslan',
  technical_quality: 'Emre Koç',
  damage_claims: 'Derya Güneş',
  street_lighting: 'Hakan Çelik',
  investment_planning: 'Elif Kaplan',
  maintenance: 'Serkan Doğan',
  survey_project: 'Gizem Öztürk',
  connection: 'Volkan Aydın',
  project_acceptance: 'Merve Kılıç',
  unlicensed_generation: 'Kerem Polat',
  metering: 'Özlem Erdoğan',
  reading_accrual: 'Tolga Yavuz',
  disconnect_reconnect: 'Ahmet Bulut',
  illegal_use: 'Sinem Tekin',
  corporate_communication: 'Pınar Aksoy',
  expropriation: 'Onur Güler',
  assets_gis: 'Ebru Kurt',
  construction: 'Barış Özkan',
  customer_services: 'Zeynep Korkmaz',
  data_protection: 'Deniz Uysal',
  legal: 'Cem Başaran',
  regulation: 'Aslı Ünal',
};

export type SamplePerson = { readonly username: string; readonly displayName: string };

/** The one member of a team, always the same; a team that was added goes by its code. */
export function samplePerson(teamCode: string): SamplePerson {
  const displayName = people[teamCode];
  if (displayName === undefined) return { username: teamCode, displayName: teamCode };
  return { username: foldTurkish(displayName).replaceAll(' ', '.'), displayName };
}
