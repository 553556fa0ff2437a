import { TeamsLink } from '../../components/teams-link.tsx';
import { useQueryMethod } from '../../lib/use-method.ts';

/** ON-1: the visitor stays at this desk and the unit comes over Teams. */
export function TeamsAtDesk({ ticketId }: { readonly ticketId: string }) {
  const { data } = useQueryMethod('meeting.rooms', {});
  const meeting = data?.online.find((online) => online.ticketId === ticketId);
  return meeting === undefined ? null : <TeamsLink meeting={meeting} />;
}
