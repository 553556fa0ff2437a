import type { Unit } from '../../../src-shared/contract/unit.ts';

type Person = { readonly id: string; readonly username: string };

/** The units of the sample branch; their people are whichever of the sample users are here. */
export function sampleUnits(users: readonly Person[]): [Unit, ...Unit[]] {
  const idsOf = (...names: readonly string[]) =>
    users.filter(({ username }) => names.includes(username)).map(({ id }) => id);
  return [
    {
      unitCode: 'BAGLANTI',
      unitName: 'Bağlantı Müdürlüğü',
      teamCodes: ['connection', 'project_acceptance', 'unlicensed_generation'],
      teamsAddress: 'baglanti@oedas.example',
      memberIds: idsOf('ibrahim', 'selin'),
    },
    {
      unitCode: 'MUSTERI',
      unitName: 'Müşteri Operasyonları Müdürlüğü',
      teamCodes: ['metering', 'reading_accrual', 'disconnect_reconnect', 'illegal_use'],
      teamsAddress: 'musteri.operasyonlari@oedas.example',
      memberIds: idsOf('okan'),
    },
    {
      unitCode: 'ISLETME',
      unitName: 'İşletme Müdürlüğü',
      teamCodes: [
        'outage_repair',
        'network_operation',
        'technical_quality',
        'street_lighting',
        'maintenance',
      ],
      teamsAddress: 'isletme@oedas.example',
      memberIds: [],
    },
  ];
}
