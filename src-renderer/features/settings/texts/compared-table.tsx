import { Group, Text, VisuallyHidden } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { ActionButton } from '../../../components/action-button.tsx';
import { useText } from '../../../i18n/use-text.ts';
import type { ComparedRow, Piece } from './compare-texts.ts';
import classes from './texts.module.css';
import { textsWords } from './words.ts';

type ComparedTableProps = {
  readonly rows: readonly ComparedRow[];
  /** What differs alone. */
  readonly isBrief: boolean;
  readonly sides: readonly [string, string];
};

/** Two texts row by row; two keys go from one difference to the next. */
export function ComparedTable({ rows, isBrief, sides }: ComparedTableProps) {
  const words = useText(textsWords);
  const table = useRef<HTMLTableElement>(null);
  const [place, setPlace] = useState(0);
  const count = rows.filter(({ isChanged }) => isChanged).length;

  function go(by: 1 | -1): void {
    const next = place === 0 && by === -1 ? count : ((place + by - 1 + count) % count) + 1;
    setPlace(next);
    const row = table.current?.querySelectorAll<HTMLElement>('tr[data-changed]')[next - 1];
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: 'center' });
  }

  return (
    <>
      <Group gap="xs">
        <Text size="sm" fw={600} role="status" mr="auto">
          {place === 0 ? words.changes(count) : words.at(place, count)}
        </Text>
        <ActionButton
          label={words.previousChange}
          keyName="alt+ArrowUp"
          run={() => go(-1)}
          isEnabled={count > 0}
          variant="default"
          size="xs"
          leftSection={<IconArrowUp size={15} />}
        />
        <ActionButton
          label={words.nextChange}
          keyName="alt+ArrowDown"
          run={() => go(1)}
          isEnabled={count > 0}
          variant="default"
          size="xs"
          leftSection={<IconArrowDown size={15} />}
        />
      </Group>
      <table className={classes.compared} ref={table} aria-label={words.comparison}>
        <thead>
          <tr>
            {sides.map((side, index) => (
              <th key={index === 0 ? 'left' : 'right'} scope="col">
                {side}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (isBrief && !row.isChanged ? null : <Row key={row.id} row={row} />))}
        </tbody>
      </table>
    </>
  );
}

function Row({ row: { part, left, right, isChanged } }: { readonly row: ComparedRow }) {
  const words = useText(textsWords);
  const label = words.parts[part];
  return (
    <tr data-changed={isChanged || undefined} tabIndex={isChanged ? -1 : undefined}>
      <Side pieces={left} label={label} />
      <Side pieces={right} label={label} />
    </tr>
  );
}

function Side({ pieces, label }: { readonly pieces: readonly Piece[] | null; readonly label: string }) {
  const words = useText(textsWords);
  return (
    <td dir="auto">
      {label !== '' && <span className={classes.part}>{label}</span>}
      {pieces === null ? (
        <span className={classes.absent}>{words.absent}</span>
      ) : (
        pieces.map((piece) => <Words key={piece.id} piece={piece} />)
      )}
    </td>
  );
}

/** What went and came says so by a sign, a line and a colour, and to a screen reader in words. */
function Words({ piece: { words: said, change } }: { readonly piece: Piece }) {
  const words = useText(textsWords);
  if (change === 'same') return said;
  const Mark = change === 'removed' ? 'del' : 'ins';
  const blank = said.slice(said.trimEnd().length);
  return (
    <>
      <Mark>
        <span aria-hidden>{change === 'removed' ? '−' : '+'}</span>
        <VisuallyHidden>{`[${words[change]}: `}</VisuallyHidden>
        {said.trimEnd()}
        <VisuallyHidden>]</VisuallyHidden>
      </Mark>
      {blank}
    </>
  );
}
