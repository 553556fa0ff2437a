import { Table, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { useCommonText } from '../../i18n/use-text.ts';
import classes from './settings.module.css';

type RecordTableProps = {
  readonly heads: readonly string[];
  /** `Table.Tr`s with one cell more than there are heads. */
  readonly children: ReactNode;
};

/** Records, with what can be done to each in a last column that has no visible head. */
export function RecordTable({ heads, children }: RecordTableProps) {
  const common = useCommonText();
  return (
    <Table className={classes.records}>
      <Table.Thead>
        <Table.Tr>
          {heads.map((head) => (
            <Table.Th key={head}>{head}</Table.Th>
          ))}
          <Table.Th>
            <VisuallyHidden>{common.actions}</VisuallyHidden>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>{children}</Table.Tbody>
    </Table>
  );
}
