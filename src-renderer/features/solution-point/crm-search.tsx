import { Combobox, Group, Loader, Text } from '@mantine/core';
import { IconCloudSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { FoundConsumer } from '../../../src-shared/contract/consumer.ts';
import { useText } from '../../i18n/use-text.ts';
import type { ScreenFailure } from '../../lib/screen-result.ts';
import { useQueryMethod } from '../../lib/use-method.ts';
import { ConsumerOption } from './consumer-option.tsx';
import { solutionPointText } from './text.ts';

export type CrmSearch = {
  readonly ask: () => void;
  readonly isAsked: boolean;
  readonly isAsking: boolean;
  readonly failure: ScreenFailure | null;
  readonly consumers: readonly FoundConsumer[];
};

/** Asked only on the clerk's wish: it goes over the network and views other branches' people. */
export function useCrmSearch(searched: string): CrmSearch {
  const [asked, setAsked] = useState<string | null>(null);
  const isAsked = asked === searched;
  const found = useQueryMethod('consumer.findInCrm', { text: searched }, { enabled: isAsked });
  return {
    ask: () => {
      if (isAsked) void found.refetch();
      else setAsked(searched);
    },
    isAsked,
    isAsking: found.isFetching,
    failure: isAsked ? found.error : null,
    consumers: (isAsked ? found.data?.consumers : undefined) ?? [],
  };
}

const askOption = '+crm';
const crmPrefix = 'crm:';

/** What choosing one of the CRM's options means; undefined where the option is not the CRM's. */
export function crmChoice(option: string, { consumers }: CrmSearch): 'ask' | FoundConsumer | undefined {
  if (option === askOption) return 'ask';
  return consumers.find(({ id }) => option === crmPrefix + id);
}

/** The options that the CRM adds to the list: asking it, then whom it found. */
export function CrmOptions({ search }: { readonly search: CrmSearch }) {
  const text = useText(solutionPointText);
  const { consumers, isAsked, isAsking, failure } = search;
  if (consumers.length > 0)
    return consumers.map((consumer) => (
      <Combobox.Option key={consumer.id} value={crmPrefix + consumer.id}>
        <ConsumerOption consumer={consumer} note={text.consumer.inCrm} />
      </Combobox.Option>
    ));
  const isInVain = isAsked && !isAsking && failure === null;
  return (
    <Combobox.Option value={askOption} disabled={isAsking || isInVain}>
      <Group gap="xs" wrap="nowrap">
        {isAsking ? <Loader size={14} /> : <IconCloudSearch size={16} aria-hidden />}
        <div>
          <Text size="sm" fw={550}>
            {isInVain ? text.consumer.crmNothing : text.consumer.askCrm}
          </Text>
          {failure !== null && (
            <Text size="xs" role="alert">
              {failure.message}
            </Text>
          )}
        </div>
      </Group>
    </Combobox.Option>
  );
}
