import { Button, Table, Text } from '@mantine/core';
import { useText } from '../../../i18n/use-text.ts';
import { printersText } from './text.ts';
import type { PrinterSearch } from './use-printer-search.ts';

type FoundOnNetworkProps = {
  readonly search: PrinterSearch;
  readonly onFound: (host: string, port: number) => void;
};

/** Printers that announce themselves on the LAN, to take their address over. */
export function FoundOnNetwork({ search, onFound }: FoundOnNetworkProps) {
  const text = useText(printersText);
  const { found, isSearching } = search;
  if (found === undefined)
    return isSearching ? (
      <Text size="sm" c="var(--bk-muted)" role="status">
        {text.finding}
      </Text>
    ) : null;
  if (found.network.length === 0)
    return (
      <Text size="sm" c="var(--bk-muted)" role="status">
        {text.noneFound}
      </Text>
    );
  return (
    <Table withRowBorders={false} maw={520} aria-label={text.found}>
      <Table.Tbody>
        {found.network.map(({ name, host, port }) => (
          <Table.Tr key={`${host}:${port}`}>
            <Table.Td fw={550}>{name}</Table.Td>
            <Table.Td className="bk-number">{`${host}:${port}`}</Table.Td>
            <Table.Td ta="right">
              <Button
                size="compact-sm"
                variant="light"
                aria-label={text.use(name)}
                onClick={() => onFound(host, port)}
              >
                {text.useIt}
              </Button>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
