import { Modal } from '@mantine/core';
import type { Ticket } from '../../../src-shared/contract/ticket.ts';
import { useText } from '../../i18n/use-text.ts';
import { useQueryMethod } from '../../lib/use-method.ts';
import { QueryView } from '../query-view.tsx';
import { StateEmpty } from '../state-empty.tsx';
import classes from './hand-over.module.css';
import { HandOverForm } from './hand-over-form.tsx';
import { handOverText } from './text.ts';

/** Who is handed over, and what is known already. */
export type HandOverSubject = {
  readonly ticket: Pick<Ticket, 'id' | 'label' | 'status'>;
  readonly applicationId: string | null;
  readonly unitCode?: string | undefined;
  readonly roomCode?: string | undefined;
};

type HandOverDialogProps = { readonly subject: HandOverSubject; readonly onClose: () => void };

/** FF-3, ON-1, ON-2: unit → room or Teams → subject, by keys alone. */
export function HandOverDialog({ subject, onClose }: HandOverDialogProps) {
  const text = useText(handOverText);
  const now = useQueryMethod('meeting.rooms', {});
  const catalogue = useQueryMethod('catalogue.get', {});
  const { applicationId } = subject;
  const file = useQueryMethod(
    'application.get',
    { applicationId: applicationId ?? '' },
    { enabled: applicationId !== null },
  );
  const isKnown = applicationId === null || file.data !== undefined || file.isError;
  return (
    <Modal
      opened
      onClose={onClose}
      title={text.title(subject.ticket.label)}
      withCloseButton={false}
      classNames={{ title: classes.title }}
      size={760}
      centered={false}
      yOffset="6dvh"
    >
      <QueryView query={now} lines={6}>
        {({ rooms, units }) =>
          units.length === 0 ? (
            <StateEmpty title={text.noUnits} hint={text.noUnitsHint} />
          ) : (
            <QueryView query={catalogue} lines={6}>
              {({ topics }) =>
                isKnown && (
                  <HandOverForm
                    {...{ subject, rooms, units, topics: topics.topics, onClose }}
                    topicCode={file.data?.topicCode ?? null}
                    onTaken={() => void now.refetch()}
                  />
                )
              }
            </QueryView>
          )
        }
      </QueryView>
    </Modal>
  );
}
