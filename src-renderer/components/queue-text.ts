import { defineText } from '../i18n/define-text.ts';

/** What reception and the desks both say of the queue. */
export const queueText = defineText(
  {
    transfer: 'Aktar',
    transferTicket: (label: string) => `${label} numarasını aktar`,
    transferred: (label: string, name: string) => `${label} aktarıldı: ${name}. Geliş saati korundu.`,
    handOver: 'Görüşmeye yönlendir…',
    targetsLoading: 'Yerler getiriliyor…',
    targetKinds: { category: 'Hizmet', desk: 'Banko', room: 'Görüşme odası' },
  },
  {
    transfer: 'Transfer',
    transferTicket: (label) => `Transfer ${label}`,
    transferred: (label, name) => `${label} was sent on to ${name}. The time of arrival is kept.`,
    handOver: 'Send to a meeting…',
    targetsLoading: 'Loading places…',
    targetKinds: { category: 'Service', desk: 'Desk', room: 'Meeting room' },
  },
);
