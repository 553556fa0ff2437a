import type { ticketContract } from '../../../../src-shared/contract/ticket.ts';
import type { Handlers } from '../../handler.ts';
import { deskService } from './desk.service.ts';
import { queueService } from './queue.service.ts';
import { receptionService } from './reception.service.ts';
import type { TicketServices } from './ticket-services.ts';

export function ticketService(services: TicketServices): Handlers<keyof typeof ticketContract> {
  return { ...queueService(services), ...receptionService(services), ...deskService(services) };
}
