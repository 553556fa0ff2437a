import { Stack, Text } from '@mantine/core';
import type { ConsentsOfApplication } from '../../../src-shared/contract/consent.ts';
import { formatDateTime } from '../../../src-shared/text/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { useQueryMethod } from '../../lib/use-method.ts';
import { Note } from '../note.tsx';
import { QueryView } from '../query-view.tsx';
import { AskPanel } from './ask-panel.tsx';
import { ConsentItem } from './consent-item.tsx';
import classes from './consents.module.css';
import { FollowSigning } from './follow-signing.tsx';
import { consentsText } from './text.ts';

type Props = { readonly applicationId: string };

/** WR-3, IN-3: what the applicant was told and has decided, and what is still to be put before them. */
export function ConsentsPanel({ applicationId }: Props) {
  const consents = useQueryMethod('consent.ofApplication', { applicationId });
  return (
    <QueryView query={consents} lines={6}>
      {(data) => <Open data={data} applicationId={applicationId} />}
    </QueryView>
  );
}

function Open({ data, applicationId }: Props & { readonly data: ConsentsOfApplication }) {
  const text = useText(consentsText);
  const signing = useQueryMethod('signing.state', {}).data?.signing ?? null;
  const isGoingOn =
    signing?.applicationId === applicationId && signing.stage !== 'done' && signing.stage !== 'given_up';
  const isWanted =
    data.texts.some(({ isAsked }) => isAsked) || (data.holdsSpecialData && data.ground === null);
  const ask = isGoingOn ? (
    <FollowSigning signing={signing} />
  ) : (
    <AskPanel key={asked(data)} applicationId={applicationId} data={data} />
  );
  return (
    <Stack gap="md">
      <Ground data={data} />
      {(isGoingOn || isWanted) && ask}
      <Records data={data} applicationId={applicationId} />
      <Notices notices={data.notices} />
      {!isGoingOn && !isWanted && (
        <details className={classes.more}>
          <summary>{text.ask}</summary>
          {ask}
        </details>
      )}
    </Stack>
  );
}

function Records({ data, applicationId }: Props & { readonly data: ConsentsOfApplication }) {
  const text = useText(consentsText);
  return (
    <div>
      <Text className={classes.heading}>{text.consents}</Text>
      {data.consents.length === 0 ? (
        <Text size="sm" c="var(--bk-muted)">
          {text.noConsent}
        </Text>
      ) : (
        <ul className={classes.list}>
          {data.consents.toReversed().map((consent) => (
            <ConsentItem
              key={consent.consentId}
              applicationId={applicationId}
              consent={consent}
              canReview={data.canReview}
              isLatest={consent.consentId === latestInForce(data)}
            />
          ))}
        </ul>
      )}
      {data.sealTrouble !== null && data.consents.some(({ seal }) => isWaiting(seal)) && (
        <Text size="xs" c="var(--bk-muted)" mt={6}>
          {data.sealTrouble}
        </Text>
      )}
    </div>
  );
}

function isWaiting(seal: ConsentsOfApplication['consents'][number]['seal']): boolean {
  return seal === 'waiting' || seal === 'timestamp_pending';
}

/** What is preset in the form changes with what is still asked for. */
function asked({ texts }: ConsentsOfApplication): string {
  return texts.flatMap(({ code, isAsked }) => (isAsked ? [code] : [])).join(' ');
}

function latestInForce({ consents }: ConsentsOfApplication): string | undefined {
  return consents.findLast(({ isInForce }) => isInForce)?.consentId;
}

function Ground({ data: { holdsSpecialData, ground } }: { readonly data: ConsentsOfApplication }) {
  const text = useText(consentsText);
  if (!holdsSpecialData)
    return (
      <Text size="sm" c="var(--bk-muted)">
        {text.ground.none}
      </Text>
    );
  if (ground === null)
    return (
      <Note tone="warning" title={text.ground.missing}>
        {text.ground.missingHint}
      </Note>
    );
  return (
    <Note tone="success" title={text.ground.standing}>
      {text.bases[ground.basis]} · {formatDateTime(ground.at)} · {ground.by}
      {ground.note !== '' && (
        <Text size="sm" style={{ whiteSpace: 'pre-line' }}>
          {ground.note}
        </Text>
      )}
    </Note>
  );
}

function Notices({ notices }: Pick<ConsentsOfApplication, 'notices'>) {
  const text = useText(consentsText);
  return (
    <div>
      <Text className={classes.heading}>{text.notice}</Text>
      {notices.length === 0 ? (
        <Text size="sm" c="var(--bk-muted)">
          {text.noNotice}
        </Text>
      ) : (
        <ul className={classes.list}>
          {notices.map((notice) => (
            <li key={`${notice.at} ${notice.title}`} className={classes.record}>
              <span className={classes.title}>{notice.title}</span>
              <span className={classes.meta}>
                {text.version(notice.textVersion)} · {text.noticeMethods[notice.method]} ·{' '}
                {formatDateTime(notice.at)} · {notice.by}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
