import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import type { DestructionRun } from '../../../../src-shared/contract/retention.ts';
import { formatNumber } from '../../../../src-shared/text/format.ts';
import { ConfirmBar } from '../../../components/confirm-bar.tsx';
import { notifyDone, notifyFailure } from '../../../components/notify.ts';
import { ReasonForm } from '../../../components/reason-form.tsx';
import { useText } from '../../../i18n/use-text.ts';
import { useCommand } from '../../../lib/use-method.ts';
import classes from './retention.module.css';
import { retentionText } from './text.ts';

/** Approving is asked once more in its place: it is for good. Whoever has approved waits for somebody else. */
export function RunActs({ run }: { readonly run: DestructionRun }) {
  const text = useText(retentionText);
  const approve = useCommand('retention.approve');
  const refuse = useCommand('retention.refuse');
  const [asked, setAsked] = useState<'approve' | 'refuse' | null>(null);
  const records = formatNumber(run.counts.reduce((sum, count) => sum + count.records, 0));

  async function runApprove(): Promise<void> {
    const result = await approve.run({ runId: run.id });
    setAsked(null);
    if (result.ok) notifyDone(text.approved);
    else notifyFailure(result.error);
  }

  return (
    <div className={classes.acts}>
      {run.isApprovedByMe && (
        <Text size="sm" role="status">
          {text.approvedByMe}
        </Text>
      )}
      {asked === 'approve' && (
        <ConfirmBar
          question={text.approveQuestion(records)}
          confirmLabel={text.approve}
          isRunning={approve.isRunning}
          onConfirm={() => void runApprove()}
          onCancel={() => setAsked(null)}
        />
      )}
      {asked === 'refuse' && (
        <ReasonForm
          label={text.refuseReason}
          action={text.refuse}
          isRunning={refuse.isRunning}
          failure={refuse.failure}
          onGive={(reason) => void refuse.run({ runId: run.id, reason })}
          onCancel={() => setAsked(null)}
        />
      )}
      {asked === null && (
        <Group gap="xs">
          {!run.isApprovedByMe && (
            <Button size="xs" onClick={() => setAsked('approve')}>
              {text.approve}
            </Button>
          )}
          <Button size="xs" variant="default" onClick={() => setAsked('refuse')}>
            {text.refuse}
          </Button>
        </Group>
      )}
    </div>
  );
}
