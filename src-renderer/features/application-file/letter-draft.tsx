import { Button } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { useState } from 'react';
import type { InputOf } from '../../../src-shared/contract/index.ts';
import { PaperDialog } from '../../components/paper/paper-dialog.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useQueryMethod } from '../../lib/use-method.ts';
import { applicationFileText } from './text.ts';

type Asked = InputOf<'document.draftLetter'>;
type LetterDraftProps = Omit<Asked, 'outcomeKind'> & { readonly outcomeKind: Asked['outcomeKind'] | '' };

/** WR-4: what the letter will say, before closing makes it final. */
export function LetterDraft({ applicationId, outcomeKind, outcome }: LetterDraftProps) {
  const text = useText(applicationFileText);
  const [isOpen, setOpen] = useState(false);
  if (outcomeKind === '' || outcome.trim() === '') return null;
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        style={{ alignSelf: 'flex-start' }}
        leftSection={<IconFileText size={15} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {text.close.previewLetter}
      </Button>
      {isOpen && (
        <DraftDialog asked={{ applicationId, outcomeKind, outcome }} onClose={() => setOpen(false)} />
      )}
    </>
  );
}

function DraftDialog({ asked, onClose }: { readonly asked: Asked; readonly onClose: () => void }) {
  const text = useText(applicationFileText);
  const pdf = useQueryMethod('document.draftLetter', asked);
  return <PaperDialog title={text.close.letterDraft} pdf={pdf} onClose={onClose} print={null} />;
}
