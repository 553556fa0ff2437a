import { useCallback, useEffect, useState } from 'react';
import type { VisitorPlace, visitorContract } from '../../../src-shared/contract/visitor.ts';
import { formatTime } from '../../../src-shared/text/format.ts';
import { NoticePage } from '../../components/screen/notice-page.tsx';
import { screenText } from '../../components/screen/text.ts';
import { useText } from '../../i18n/use-text.ts';
import type { Followed } from '../../lib/screen/follower.ts';
import type { ScreenClient } from '../../lib/screen/screen-client.ts';
import { useFollowed } from '../../lib/screen/use-followed.ts';
import { createBell } from './bell.ts';
import { PlaceCard } from './place-card.tsx';
import { placeWords } from './place-words.ts';
import { visitorText } from './text.ts';
import { useCalled } from './use-called.ts';
import classes from './visitor.module.css';

/** What a phone shows that follows one number. */
export function VisitorScreen({ client }: { readonly client: ScreenClient<typeof visitorContract> }) {
  const text = useText(visitorText);
  const followed = useFollowed(client, 'visitor.place');
  const { value, link, failure } = followed;
  if (link === 'withdrawn') return <NoticePage title={text.gone} hint={text.goneHint} />;
  if (value !== undefined) return <Place place={value} followed={followed} />;
  if (failure !== null) return <NoticePage title={failure.message} isBad />;
  if (link === 'lost') return <NoticePage title={text.unreachable} hint={text.unreachableHint} isBad />;
  return <Connecting />;
}

/** A phone that opened the page without a number's code. */
export function VisitorWithoutKey() {
  const text = useText(visitorText);
  return <NoticePage title={text.noKey} hint={text.noKeyHint} />;
}

function Connecting() {
  return <NoticePage title={useText(screenText).connecting} />;
}

type PlaceProps = { readonly place: VisitorPlace; readonly followed: Followed<VisitorPlace> };

function Place({ place, followed }: PlaceProps) {
  const text = useText(visitorText);
  const [bell] = useState(createBell);
  const [isLoud, setLoud] = useState(bell.isAllowed);
  const words = placeWords(place, text);
  useCalled(
    place,
    useCallback(() => bell.ring(), [bell]),
  );

  const title = text.title(place.label, words.title);
  useEffect(() => {
    document.title = title;
  }, [title]);

  function allow(): void {
    bell.allow();
    setLoud(true);
  }

  return (
    <main className={classes.page} data-tone={words.tone}>
      <p className={classes.branch}>{place.branchName}</p>
      <PlaceCard place={place} words={words} />
      {words.tone === 'calm' && (
        <button type="button" className={classes.sound} onClick={allow} disabled={isLoud}>
          {isLoud ? text.soundIsOn : text.soundOn}
        </button>
      )}
      <Freshness followed={followed} isOver={words.tone === 'over'} />
    </main>
  );
}

type FreshnessProps = { readonly followed: Followed<VisitorPlace>; readonly isOver: boolean };

function Freshness({ followed: { at, link }, isOver }: FreshnessProps) {
  const text = useText(visitorText);
  const screen = useText(screenText);
  if (at === null || isOver) return null;
  const time = formatTime(new Date(at).toISOString());
  return (
    <p className={classes.freshness} data-lost={link === 'lost'} role="status">
      {link === 'lost' ? screen.lost(time) : text.upToDate(time)}
    </p>
  );
}
