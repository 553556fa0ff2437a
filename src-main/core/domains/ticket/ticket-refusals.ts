import { failSaying } from '../../../../src-shared/contract/errors.ts';
import type { Category, Ticket } from '../../../../src-shared/contract/ticket.ts';
import { assertNever } from '../../../../src-shared/text/assert-never.ts';

/** In which state the ticket is now and at which desk, for whoever pressed a key that does not fit it. */
export function wrongState(ticket: Ticket) {
  return failSaying('wrong_state', `Bu işlem yapılamaz: ${stateInWords(ticket)}`);
}

function stateInWords({ label, status, target, desk }: Ticket): string {
  const at = desk === null ? '' : ` (${desk.deskName})`;
  switch (status) {
    case 'waiting':
      return `${label} sırada bekliyor${target === null ? '' : ` (${target.name} için)`}.`;
    case 'called':
      return `${label} çağrılmış durumda${at}.`;
    case 'serving':
      return `${label} ile görüşülüyor${at}.`;
    case 'held':
      return `${label} bekletiliyor${at}.`;
    case 'served':
      return `${label} ile görüşme bitti${at}.`;
    case 'no_show':
      return `${label} çağrıldı ama gelmedi${at}.`;
    case 'cancelled':
      return `${label} iptal edildi.`;
    default:
      return assertNever(status);
  }
}

/** The desk has somebody already; says who it is and what can be done. */
export function deskBusy({ label, status }: Ticket) {
  return failSaying(
    'desk_busy',
    status === 'called'
      ? `Bu bankoda ${label} çağrılmış durumda. Önce görüşmeyi başlatın, gelmediyse “Gelmedi” işaretleyin.`
      : `Bu bankoda ${label} ile görüşülüyor. Önce görüşmeyi bitirin ya da beklemeye alın.`,
  );
}

/** Outside the category's hours; names them. */
export function categoryClosed({ name, opensAt, closesAt }: Category) {
  const hours =
    opensAt === null
      ? `saat ${closesAt} olana kadar`
      : closesAt === null
        ? `saat ${opensAt} olduktan sonra`
        : `${opensAt} ile ${closesAt} saatleri arasında`;
  return failSaying('category_closed', `${name} için numara ${hours} verilir.`);
}

export function graceOver(label: string, minutes: number) {
  return failSaying(
    'grace_over',
    minutes === 0
      ? `${label} eski yerine dönemez; bu şubede gelmeyene yeni numara verilir.`
      : `${label} için eski yerine dönme süresi (${minutes} dakika) doldu. Yeni bir numara verin.`,
  );
}
