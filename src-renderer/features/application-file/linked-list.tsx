import { Button, Group, Text } from '@mantine/core';
import type { ApplicationFile } from '../../../src-shared/contract/application-file.ts';
import { notifyFailure, showUndo } from '../../components/notify.ts';
import { useLabels, useText } from '../../i18n/use-text.ts';
import { goTo } from '../../lib/route.ts';
import { useCommand } from '../../lib/use-method.ts';
import classes from './file.module.css';
import { applicationFileText } from './text.ts';

/** The applications that this one is tied to; neither lost anything by it. */
export function LinkedList({ file }: { readonly file: ApplicationFile }) {
  const text = useText(applicationFileText);
  const labels = useLabels();
  const unlink = useCommand('application.unlink');
  const link = useCommand('application.link');
  if (file.links.length === 0) return null;

  async function remove({ applicationId: otherId, relation, reasons }: ApplicationFile['links'][number]) {
    const applicationId = file.id;
    const result = await unlink.run({ applicationId, otherId });
    if (!result.ok) return notifyFailure(result.error);
    showUndo({
      message: text.link.removed,
      onUndo: () => void link.run({ applicationId, otherId, relation, reasons: [...reasons] }),
    });
  }

  return (
    <section aria-label={text.link.linked}>
      <Text component="h3" size="sm" c="var(--bk-muted)" fw={650} mb={4}>
        {text.link.linked}
      </Text>
      <ul className={classes.links}>
        {file.links.map((one) => (
          <li key={one.applicationId}>
            <Group gap={6} wrap="nowrap" justify="space-between">
              <Button
                size="compact-sm"
                variant="subtle"
                onClick={() => goTo({ screen: 'applicationFile', id: one.applicationId })}
              >
                {one.applicationNo}
              </Button>
              <Text size="xs" c="var(--bk-muted)">
                {labels.linkRelation[one.relation]}
              </Text>
              {file.can.link && (
                <Button size="compact-xs" variant="default" onClick={() => void remove(one)}>
                  {text.link.remove}
                </Button>
              )}
            </Group>
          </li>
        ))}
      </ul>
    </section>
  );
}
