import { Button, Group, Text } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import { useState } from 'react';
import type { ConsumerFile } from '../../../src-shared/contract/consumer.ts';
import { maskIdentityNumber } from '../../../src-shared/text/identity-number.ts';
import { formatPhone, maskPhone } from '../../../src-shared/text/phone.ts';
import { Fact, Facts } from '../../components/fact.tsx';
import { useText } from '../../i18n/use-text.ts';
import { solutionPointText } from './text.ts';

/** Who the person on the card is; numbers stay masked until asked for. */
export function ConsumerDetails({ consumer }: { readonly consumer: ConsumerFile }) {
  const text = useText(solutionPointText);
  const [isShown, setShown] = useState(false);
  const { identityNo, phone, email, premises } = consumer;
  const address = premises && [premises.district, premises.province].filter(Boolean).join(' / ');
  return (
    <div>
      <Group justify="space-between" wrap="nowrap" align="flex-start" mb={6}>
        <Text fw={650}>{consumer.name}</Text>
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconEyeOff size={13} aria-hidden />}
          aria-pressed={isShown}
          onClick={() => setShown(!isShown)}
        >
          {isShown ? text.card.hide : text.card.show}
        </Button>
      </Group>
      <Facts columns={2}>
        <Fact label={text.card.identityNo}>
          {identityNo && (isShown ? identityNo : maskIdentityNumber(identityNo))}
        </Fact>
        <Fact label={text.card.phone}>{phone && (isShown ? formatPhone(phone) : maskPhone(phone))}</Fact>
        {isShown && <Fact label={text.card.email}>{email}</Fact>}
        <Fact label={text.card.address}>{address}</Fact>
      </Facts>
    </div>
  );
}
