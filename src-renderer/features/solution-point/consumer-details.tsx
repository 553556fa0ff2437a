import { Group, Text } from '@mantine/core';
import type { ConsumerFile } from '../../../src-shared/contract/consumer.ts';
import { formatPhone } from '../../../src-shared/text/phone.ts';
import { Fact, Facts } from '../../components/fact.tsx';
import { RevealButton } from '../../components/reveal/reveal-button.tsx';
import { revealable } from '../../components/reveal/revealable.ts';
import { useText } from '../../i18n/use-text.ts';
import { solutionPointText } from './text.ts';

/** Who the person on the card is; numbers stay masked until it is on record why they are needed. */
export function ConsumerDetails({ consumer }: { readonly consumer: ConsumerFile }) {
  const text = useText(solutionPointText);
  const { identityNo, phone, email, premises } = consumer;
  const address = premises && [premises.district, premises.province].filter(Boolean).join(' / ');
  return (
    <div>
      <Group justify="space-between" wrap="nowrap" align="flex-start" mb={6}>
        <Text fw={650}>{consumer.name}</Text>
        <RevealButton
          subject={{ kind: 'consumer', id: consumer.id }}
          fields={revealable(consumer)}
          revealed={consumer.revealed}
        />
      </Group>
      <Facts columns={2}>
        <Fact label={text.card.identityNo}>{identityNo}</Fact>
        <Fact label={text.card.phone}>{phone && formatPhone(phone)}</Fact>
        {email !== null && <Fact label={text.card.email}>{email}</Fact>}
        <Fact label={text.card.address}>{address}</Fact>
      </Facts>
    </div>
  );
}
