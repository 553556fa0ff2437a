import type { Room } from '../../../src-shared/contract/branch-settings.ts';
import type { Desk } from '../../../src-shared/contract/session.ts';
import type { Category } from '../../../src-shared/contract/ticket.ts';
import { plainCategory } from '../domains/system/defaults.ts';

const ownDesk: Desk = { deskCode: 'B1', deskName: 'Çözüm Noktası 1' };
const desks: [Desk, ...Desk[]] = [
  ownDesk,
  { deskCode: 'B2', deskName: 'Çözüm Noktası 2' },
  { deskCode: 'B3', deskName: 'Çözüm Noktası 3' },
  { deskCode: 'B4', deskName: 'Çözüm Noktası 4' },
];

const categories: [Category, ...Category[]] = [
  plainCategory('general', 'Genel başvuru', 'A', 'blue'),
  plainCategory('outage', 'Kesinti ve arıza', 'B', 'orange'),
  { ...plainCategory('connection', 'Bağlantı ve proje', 'C', 'teal'), deskCodes: ['B1', 'B2', 'B3'] },
  plainCategory('meter', 'Sayaç işlemleri', 'D', 'grape'),
  plainCategory('documents', 'Evrak teslimi', 'E', 'gray'),
];

const rooms: [Room, ...Room[]] = [
  { roomCode: 'G1', roomName: 'Görüşme Odası 1', unit: 'Bağlantı Müdürlüğü', unitCode: 'BAGLANTI' },
  {
    roomCode: 'G2',
    roomName: 'Görüşme Odası 2',
    unit: 'Müşteri Operasyonları Müdürlüğü',
    unitCode: 'MUSTERI',
  },
  { roomCode: 'G3', roomName: 'Görüşme Odası 3', unit: 'Ortak kullanım', unitCode: null },
];

/** The workplace of the sample data: what an administrator would have entered. */
export const sampleBranch = {
  branch: { code: '26', name: 'Eskişehir Tüketici Hizmetleri Merkezi' },
  /** Of this PC. */
  desk: ownDesk,
  desks,
  rooms,
  categories,
};
