import { foldTurkish } from '../src-shared/text/fold.ts';

/** Who works in the sample's teams; none of them is anybody. */
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

/** The same person at each start; a team that was added goes by its code. */
export function demoPerson(teamCode: string): { readonly username: string; readonly displayName?: string } {
  const displayName = people[teamCode];
  if (displayName === undefined) return { username: teamCode };
  return { username: foldTurkish(displayName).replaceAll(' ', '.'), displayName };
}
