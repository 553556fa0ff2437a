import { Button, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useShallow } from 'zustand/react/shallow';
import { LikelyList } from '../../components/likely-list.tsx';
import { useText } from '../../i18n/use-text.ts';
import { goTo } from '../../lib/route.ts';
import { useQueryMethod } from '../../lib/use-method.ts';
import classes from './consumer-card.module.css';
import { solutionPointText } from './text.ts';
import { useSheet } from './use-sheet.ts';

const restMillis = 400;

/** What may have been registered already, while it is typed: each with why, and none of them in the way. */
export function LikelyDuplicates() {
  const text = useText(solutionPointText);
  const sought = useSheet(
    useShallow(({ draft }) => ({
      consumerId: draft.consumerId,
      phone: draft.phone || null,
      installationNo: draft.installationNo.trim() || null,
      topicCode: draft.topicCode,
      description: draft.description,
      ...placeOf(draft),
    })),
  );
  const [settled] = useDebouncedValue(sought, restMillis);
  const { province, district, neighbourhood, street, doorNo, ...rest } = settled;
  const hasPlace = street !== '' && doorNo !== '';
  const isAsked =
    (rest.consumerId ?? rest.phone ?? rest.installationNo) !== null || hasPlace
      ? rest.topicCode !== '' || rest.description.length > 20
      : false;
  const premises = hasPlace ? { province, district, neighbourhood, street, doorNo } : null;
  const found = useQueryMethod(
    'application.findDuplicates',
    { ...rest, premises, exceptId: null },
    { enabled: isAsked, keepPrevious: true },
  );
  const likely = isAsked ? (found.data?.likely ?? []) : [];
  if (likely.length === 0) return null;
  return (
    <section aria-label={text.duplicates.heading} className={classes.likely}>
      <Text className={classes.heading}>{text.duplicates.heading}</Text>
      <Text size="xs" c="var(--bk-muted)" mb={6}>
        {text.duplicates.hint}
      </Text>
      <LikelyList
        likely={likely}
        label={text.duplicates.heading}
        actionOf={({ row }) => (
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => goTo({ screen: 'applicationFile', id: row.id })}
          >
            {text.duplicates.open}
          </Button>
        )}
      />
    </section>
  );
}

function placeOf({
  province,
  district,
  neighbourhood,
  street,
  doorNo,
}: Readonly<Record<'province' | 'district' | 'neighbourhood' | 'street' | 'doorNo', string>>) {
  return { province, district, neighbourhood, street: street.trim(), doorNo: doorNo.trim() };
}
