import { Group, Stack, Text } from '@mantine/core';
import { IconCloud, IconId, IconLock, IconRepeat } from '@tabler/icons-react';
import { useEffect } from 'react';
import type { ApplicationRow } from '../../../src-shared/contract/application-row.ts';
import type { ConsumerAccount, ConsumerFile } from '../../../src-shared/contract/consumer.ts';
import { isFinal } from '../../../src-shared/ledger/application-moves.ts';
import { formatDate } from '../../../src-shared/text/format.ts';
import { ApplicationStatusBadge } from '../../components/application-status.tsx';
import { ConsentsOfConsumer } from '../../components/consents/consents-of-consumer.tsx';
import { DeadlineBadge } from '../../components/deadline-badge.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { StateEmpty } from '../../components/state-empty.tsx';
import { StatusBadge } from '../../components/status-badge.tsx';
import { useText } from '../../i18n/use-text.ts';
import { goTo } from '../../lib/route.ts';
import { useQueryMethod } from '../../lib/use-method.ts';
import { disclosureOf } from './capacity-rules.ts';
import classes from './consumer-card.module.css';
import { ConsumerDetails } from './consumer-details.tsx';
import { withConsumer } from './draft.ts';
import { solutionPointText } from './text.ts';
import { useAccount } from './use-account.ts';
import { useChangeDraft, useSheet } from './use-sheet.ts';

/** Everything about the consumer on one card; the account only once it is recorded who asks. */
export function ConsumerCard() {
  const text = useText(solutionPointText);
  const consumerId = useSheet((sheet) => sheet.draft.consumerId);
  if (consumerId === null)
    return (
      <StateEmpty
        title={text.card.empty}
        hint={text.card.emptyHint}
        icon={<IconId size={32} stroke={1.4} />}
      />
    );
  return <OpenCard key={consumerId} consumerId={consumerId} />;
}

function OpenCard({ consumerId }: { readonly consumerId: string }) {
  const change = useChangeDraft();
  const isFilled = useSheet((sheet) => sheet.draft.isFilled);
  const query = useQueryMethod('consumer.get', { consumerId });
  useEffect(() => {
    const consumer = query.data;
    if (consumer === undefined || isFilled) return;
    change((draft) => (draft.consumerId === consumer.id ? withConsumer(draft, consumer) : draft));
  }, [query.data, isFilled, change]);
  return <QueryView query={query}>{(consumer) => <Card consumer={consumer} />}</QueryView>;
}

function Card({ consumer }: { readonly consumer: ConsumerFile }) {
  const text = useText(solutionPointText);
  const capacity = useSheet((sheet) => sheet.draft.capacity);
  const identityVerifiedBy = useSheet((sheet) => sheet.draft.identityVerifiedBy);
  const disclosure = disclosureOf({ capacity, identityVerifiedBy });
  const reasons = {
    not_recorded: text.card.notRecorded,
    not_verified: text.card.notVerified,
    third_person: text.card.thirdPerson,
  };
  return (
    <Stack gap="sm">
      <ConsumerDetails consumer={consumer} />
      {consumer.isOfCrm && (
        <div className={classes.fromCrm} role="note">
          <IconCloud size={18} aria-hidden />
          <span>{text.card.fromCrm}</span>
        </div>
      )}
      {disclosure === 'open' ? (
        <Account consumer={consumer} />
      ) : (
        <div className={classes.closed} role="note">
          <IconLock size={18} aria-hidden />
          <span>{reasons[disclosure]}</span>
        </div>
      )}
    </Stack>
  );
}

/** The account, once it is on record who asks; the sole installation goes into the form with it. */
function Account({ consumer: { id, isOfCrm } }: { readonly consumer: ConsumerFile }) {
  const account = useAccount(id);
  return (
    <QueryView query={account}>
      {({ installations, applications }) => (
        <>
          <Installations installations={installations} />
          {!isOfCrm && <Applications applications={applications} />}
          {!isOfCrm && <ConsentsOfConsumer consumerId={id} />}
        </>
      )}
    </QueryView>
  );
}

function Installations({ installations }: Pick<ConsumerAccount, 'installations'>) {
  const text = useText(solutionPointText);
  return (
    <div>
      <Text className={classes.heading}>{text.card.installations}</Text>
      <Text size="sm">
        {installations.length === 0 ? text.card.noInstallation : installations.join(', ')}
      </Text>
    </div>
  );
}

function Applications({ applications }: Pick<ConsumerAccount, 'applications'>) {
  const text = useText(solutionPointText);
  const topicCode = useSheet((sheet) => sheet.draft.topicCode);
  const openCount = applications.filter(({ status }) => !isFinal(status)).length;
  const repeats = applications.filter((row) => row.topicCode === topicCode).length;
  return (
    <div>
      <Group justify="space-between" mb={4}>
        <Text className={classes.heading}>{text.card.applications}</Text>
        <Text size="xs" c="var(--bk-muted)">
          {text.card.open(openCount)} · {text.card.total(applications.length)}
        </Text>
      </Group>
      {repeats > 0 && <StatusBadge tone="warning" icon={<IconRepeat />} label={text.card.repeat(repeats)} />}
      {applications.length === 0 && <Text size="sm">{text.card.noApplications}</Text>}
      <ul className={classes.list}>
        {applications.map((row) => (
          <Earlier key={row.id} row={row} />
        ))}
      </ul>
    </div>
  );
}

function Earlier({ row }: { readonly row: ApplicationRow }) {
  return (
    <li>
      <button
        type="button"
        className={classes.row}
        onClick={() => goTo({ screen: 'applicationFile', id: row.id })}
      >
        <span className={classes.topic}>{row.topicLabel}</span>
        <span className={classes.meta}>
          {row.applicationNo} · {formatDate(row.registeredAt)}
        </span>
        <span className={classes.badges}>
          <ApplicationStatusBadge status={row.status} />
          <DeadlineBadge dueAt={row.dueAt} deadline={row.deadline} />
        </span>
      </button>
    </li>
  );
}
