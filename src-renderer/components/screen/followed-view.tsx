import type { ReactNode } from 'react';
import { useText } from '../../i18n/use-text.ts';
import type { Followed } from '../../lib/screen/follower.ts';
import { NoticePage } from './notice-page.tsx';
import { screenText } from './text.ts';

type FollowedViewProps<T> = {
  readonly followed: Followed<T>;
  readonly children: (value: T) => ReactNode;
};

/** What is shown in place of an answer while there is none; the last good one stays while the server is away. */
export function FollowedView<T>({ followed, children }: FollowedViewProps<T>) {
  const text = useText(screenText);
  const { value, link, failure } = followed;
  if (link === 'withdrawn') return <NoticePage title={text.withdrawn} hint={text.withdrawnHint} isBad />;
  if (value !== undefined) return children(value);
  if (failure !== null) return <NoticePage title={failure.message} isBad />;
  if (link === 'lost') return <NoticePage title={text.unreachable} hint={text.unreachableHint} isBad />;
  return <NoticePage title={text.connecting} />;
}
