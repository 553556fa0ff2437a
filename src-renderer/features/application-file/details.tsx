import { Stack, Text } from '@mantine/core';
import type { ApplicationFile } from '../../../src-shared/contract/application-file.ts';
import { mayReveal } from '../../../src-shared/rules/field-access.ts';
import { fieldWords } from '../../../src-shared/text/field-words.ts';
import { formatDateTime } from '../../../src-shared/text/format.ts';
import { formatPhone } from '../../../src-shared/text/phone.ts';
import { Fact, Facts } from '../../components/fact.tsx';
import { Note } from '../../components/note.tsx';
import { RevealButton } from '../../components/reveal/reveal-button.tsx';
import { revealText } from '../../components/reveal/reveal-text.ts';
import { revealable } from '../../components/reveal/revealable.ts';
import { useLabels, useText } from '../../i18n/use-text.ts';
import { useUser } from '../../lib/use-session.ts';
import { applicationFileText } from './text.ts';

/** What was registered, as far as the core gives it: numbers are masked until it is on record why they are needed. */
export function Details({ file }: { readonly file: ApplicationFile }) {
  const text = useText(applicationFileText);
  const labels = useLabels();
  return (
    <Stack gap="md">
      <Applicant file={file} />
      <div>
        <Text component="h3" size="sm" c="var(--bk-muted)" fw={650} mb={4}>
          {text.description}
        </Text>
        <Text size="sm" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
          {file.description}
        </Text>
      </div>
      <Facts columns={2}>
        <Fact label={text.type}>{labels.applicationType[file.applicationType]}</Fact>
        <Fact label={text.reply}>
          {file.applicant.kind === 'anonymous' ? null : labels.replyChannel[file.replyChannel]}
        </Fact>
        {file.topicFields.map((field) => (
          <Fact key={field.key} label={field.label}>
            {fieldWords(field.value)}
          </Fact>
        ))}
        <Fact label={text.installation}>{file.installationNo}</Fact>
        <Fact label={text.team}>{file.team?.name}</Fact>
        {file.edmsNo !== null && <Fact label={text.edmsNo}>{file.edmsNo}</Fact>}
        {file.eventAt !== null && <Fact label={text.eventAt}>{formatDateTime(file.eventAt)}</Fact>}
      </Facts>
      <Facts columns={1}>
        <Fact label={text.place}>{placeOf(file)}</Fact>
        <Fact label={text.registered}>
          {formatDateTime(file.registeredAt)} · {file.registeredBy} · {labels.channel[file.channel]}
        </Fact>
        <Fact label={text.deadlineBasis}>{file.deadlineBasis}</Fact>
      </Facts>
    </Stack>
  );
}

function Applicant({ file }: { readonly file: ApplicationFile }) {
  const text = useText(applicationFileText);
  const labels = useLabels();
  const reveal = useText(revealText);
  const user = useUser();
  const { kind, name, identityNo, phone, landline, email } = file.applicant;
  if (kind === 'anonymous') return <Text fw={650}>{text.anonymous}</Text>;
  if (file.isIdentityHidden)
    return (
      <Note tone="accent" title={reveal.hiddenPerson}>
        {reveal.hiddenHint}
      </Note>
    );
  const capacity = [labels.capacity[file.capacity], file.capacityEvidence].filter(Boolean).join(' · ');
  return (
    <Stack gap="xs">
      <Text fw={650} fz="lg">
        {name}
      </Text>
      <Facts columns={2}>
        <Fact label={text.capacity}>{capacity}</Fact>
        <Fact label={text.identity}>{identityNo ?? labels.identityCheck[file.identityVerifiedBy]}</Fact>
        <Fact label={text.phone}>
          {phone && formatPhone(phone)}
          {phone !== null && file.isPhoneVerified && (
            <Text size="xs" c="var(--bk-success)">
              {text.phoneVerified}
            </Text>
          )}
        </Fact>
        {landline !== null && <Fact label={text.landline}>{formatPhone(landline)}</Fact>}
        {email !== null && <Fact label={text.email}>{email}</Fact>}
      </Facts>
      {user !== undefined && mayReveal(user.role) && (
        <RevealButton
          subject={{ kind: 'application', id: file.id }}
          fields={revealable(file.applicant)}
          revealed={file.revealed}
        />
      )}
    </Stack>
  );
}

function placeOf({ premises }: ApplicationFile): string {
  if (premises === null) return '';
  const { neighbourhood, street, doorNo, district, province } = premises;
  const door = doorNo === '' ? '' : `No: ${doorNo}`;
  const local = [neighbourhood, street, door].filter(Boolean).join(', ');
  return [local, [district, province].filter(Boolean).join(' / ')].filter(Boolean).join(' · ');
}
