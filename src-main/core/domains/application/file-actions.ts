import type { ApplicationFile } from '../../../../src-shared/contract/application-file.ts';
import {
  type ApplicationMove,
  isFinal,
  stateAfter,
} from '../../../../src-shared/ledger/application-moves.ts';
import type { ApplicationState } from '../../../../src-shared/ledger/application-state.ts';
import type { Topic } from '../../../../src-shared/rules/catalogue.ts';
import type { ChannelProcedure } from '../../../../src-shared/rules/channels.ts';
import type { Viewer } from '../../../../src-shared/rules/field-access.ts';
import { lacksGround, needsGround } from '../../../../src-shared/rules/special-category.ts';

type Around = {
  readonly procedure: ChannelProcedure;
  readonly topic: Topic | undefined;
  readonly isReopenable: boolean;
  /** Nobody calls a number that they may not know. */
  readonly isHidden: boolean;
};

/** What the reader may do with the application now: by role, by the table of moves and by the procedure. */
export function allowedTo(
  { role }: Pick<Viewer, 'role'>,
  state: ApplicationState,
  { procedure, topic, isReopenable, isHidden }: Around,
): ApplicationFile['can'] {
  const isStaff = role !== 'reception' && role !== 'unit';
  const isOpen = !isFinal(state.status);
  const may = (move: ApplicationMove) =>
    isStaff && stateAfter(move, state.status, state.statusBefore) !== undefined;
  const { phone, landline } = state.registration.applicant;
  return {
    route: may('route') && topic?.group !== 'retail' && !(needsGround.route && lacksGround(state, topic)),
    call: isOpen && may('call') && (phone ?? landline) !== null && !isHidden,
    close: may('close') && procedure.closedBy.some((closer) => closer === role),
    await: may('await'),
    supply: may('supply'),
    reopen: may('reopen') && isReopenable,
    amend: isStaff && isOpen,
    link: isStaff,
    settle: isStaff && state.conflicts.some(({ settled }) => settled === null),
  };
}
