import type { CSSProperties } from 'react';
import type { VisitorPlace } from '../../../src-shared/contract/visitor.ts';
import type { WaitRange } from '../../../src-shared/rules/estimated-wait.ts';
import { useText } from '../../i18n/use-text.ts';
import type { PlaceWords } from './place-words.ts';
import { visitorText } from './text.ts';
import classes from './visitor.module.css';

type PlaceCardProps = { readonly place: VisitorPlace; readonly words: PlaceWords };

/** The number, and what is to be known of it now. */
export function PlaceCard({ place, words }: PlaceCardProps) {
  const text = useText(visitorText);
  const isCounted = place.state === 'waiting' && place.ahead !== null && place.ahead > 0;
  const goesTo = place.state === 'called' || place.state === 'serving' ? place.place : null;
  return (
    <section className={classes.card} data-tone={words.tone}>
      <p className={classes.lead}>{text.yourNumber}</p>
      <p className={classes.label} style={{ '--letters': place.label.length } as CSSProperties}>
        {place.label}
      </p>
      <p className={classes.service}>{place.categoryName}</p>
      <div className={classes.now} role="status">
        {isCounted && place.place === null ? (
          <dl className={classes.facts}>
            <dt>{text.aheadLead}</dt>
            <dd className={classes.count}>{text.ahead(place.ahead ?? 0)}</dd>
          </dl>
        ) : (
          <h1 className={classes.title}>{words.title}</h1>
        )}
        {words.hint !== null && <p className={classes.hint}>{words.hint}</p>}
        {goesTo !== null && <p className={classes.place}>{goesTo}</p>}
        {place.estimatedWait !== null && <EstimatedWait range={place.estimatedWait} />}
      </div>
    </section>
  );
}

function EstimatedWait({ range }: { readonly range: WaitRange }) {
  const text = useText(visitorText);
  return (
    <dl className={classes.facts}>
      <dt>{text.waitLead}</dt>
      <dd>{text.wait(range.fromMinutes, range.toMinutes)}</dd>
    </dl>
  );
}
