import type { SampleUser } from '../../../src-shared/contract/system.ts';

/** Who can sign in at a workplace with sample data; shown on the first screen and in the ready line. */
export const sampleUsers: readonly SampleUser[] = [
  person('elif', 'Elif Aydın', 'reception', '1111'),
  person('mehmet', 'Mehmet Kaya', 'clerk', '2222'),
  person('zeynep', 'Zeynep Şahin', 'clerk', '3333'),
  person('ibrahim', 'İbrahim Doğan', 'unit', '4444'),
  person('selin', 'Selin Arslan', 'unit', '7777'),
  person('okan', 'Okan Demirel', 'unit', '8888'),
  person('ayse', 'Ayşe Çelik', 'supervisor', '5555'),
  person('yonetici', 'Gülşen Öztürk', 'administrator', '6666'),
];

function person(username: string, displayName: string, role: SampleUser['role'], pin: string): SampleUser {
  return { username, displayName, role, password: `${username}-ornek-parola`, pin };
}
