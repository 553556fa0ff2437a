import { useEffect } from 'react';
import { useStore } from 'zustand';
import { QueryView } from '../../components/query-view.tsx';
import { useText } from '../../i18n/use-text.ts';
import { takeChosenConsumer, useChosenConsumer } from '../../lib/chosen-consumer.ts';
import { useHubAway } from '../../lib/use-branch.ts';
import { useQueryMethod } from '../../lib/use-method.ts';
import { useQueue } from '../../lib/use-queue.ts';
import { useUser } from '../../lib/use-session.ts';
import { ApplicationForm } from './application-form.tsx';
import { ConsumerCard } from './consumer-card.tsx';
import { isTouched, withoutConsumer } from './draft.ts';
import { emptySheet } from './draft-store.ts';
import { FormHead } from './form-head.tsx';
import { LikelyDuplicates } from './likely-duplicates.tsx';
import { QueuePanel } from './queue-panel.tsx';
import { RegisteredPanel } from './registered-panel.tsx';
import classes from './solution-point-screen.module.css';
import { solutionPointText } from './text.ts';
import { useFormFiles } from './use-form-files.ts';
import { useKeptDrafts } from './use-kept-drafts.ts';
import { draftStore, SheetKey } from './use-sheet.ts';

/** Çözüm Noktası: the queue on the left, the form in the middle, the consumer on the right. */
export function SolutionPointScreen() {
  const text = useText(solutionPointText);
  const user = useUser();
  const queue = useQueue();
  const catalogue = useQueryMethod('catalogue.get', {});
  const isAway = useHubAway() !== null;
  const mine = queue.data?.mine;
  const key = useStore(draftStore, ({ shown }) => shown);
  const sheet = useStore(draftStore, ({ sheets, shown }) => sheets[shown] ?? emptySheet);

  // The sheet follows the number that this desk serves, once that is known.
  const userId = user?.id;
  useKeptDrafts(userId);
  const files = useFormFiles(userId, key !== '' && sheet.registered === null ? key : null);
  const ticketId = mine?.id;
  const label = mine?.label;
  useEffect(() => {
    if (userId === undefined || mine === undefined) return;
    draftStore.follow(userId, ticketId === undefined || label === undefined ? null : { id: ticketId, label });
  }, [userId, mine, ticketId, label]);

  // Somebody who was found elsewhere, as with Ctrl+K.
  const chosenId = useChosenConsumer(({ consumerId }) => consumerId);
  useEffect(() => {
    if (chosenId === null || key === '') return;
    draftStore.change(key, (draft) => ({ ...withoutConsumer(draft), consumerId: chosenId }));
    takeChosenConsumer();
  }, [chosenId, key]);

  return (
    <SheetKey value={key}>
      <div className={classes.screen}>
        <h1 className={classes.hidden}>{text.title}</h1>
        {/* While no button of it can be pressed, the keyboard has nothing else to scroll it by. */}
        <section
          className={classes.column}
          aria-label={text.queue.heading}
          {...(isAway ? { tabIndex: 0 } : {})}
        >
          <QueryView query={queue} lines={6}>
            {(data) => <QueuePanel queue={data} />}
          </QueryView>
        </section>
        <section className={classes.middle} aria-label={text.form.heading} data-over={files.isOver}>
          {sheet.registered === null ? (
            <>
              <FormHead ticket={sheet.ticket} channels={catalogue.data?.channels} />
              <QueryView query={catalogue} lines={10}>
                {(data) => <ApplicationForm key={key} catalogue={data} files={files} />}
              </QueryView>
            </>
          ) : (
            <RegisteredPanel
              registered={sheet.registered}
              sheetKey={key}
              ticket={mine ?? null}
              isEarlier={isTouched(sheet.draft)}
            />
          )}
        </section>
        <section className={classes.column} aria-label={text.card.heading}>
          <ConsumerCard />
          {sheet.registered === null && <LikelyDuplicates />}
        </section>
      </div>
    </SheetKey>
  );
}
