import { IconUpload } from '@tabler/icons-react';
import { useRef } from 'react';
import { attachmentFormats } from '../../../src-shared/rules/attachment.ts';
import { ActionButton } from '../action-button.tsx';

type ChooseFilesProps = {
  readonly label: string;
  /** Small, beside a field: not what the screen is for. */
  readonly isAside?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
};

const accepted = Object.values(attachmentFormats)
  .flatMap(({ mediaType, extensions }) => [mediaType, ...extensions.map((extension) => `.${extension}`)])
  .join(',');

/** Has files chosen, of the kinds that can be added. */
export function ChooseFiles({ label, isAside = false, onFiles }: ChooseFilesProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept={accepted}
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])]);
          // Else choosing the same file again, to go on with it, would be no change.
          currentTarget.value = '';
        }}
      />
      <ActionButton
        {...(isAside ? { size: 'compact-xs', mih: 24 } : { size: 'xs' })}
        flex="none"
        variant={isAside ? 'default' : 'filled'}
        leftSection={<IconUpload size={isAside ? 14 : 16} aria-hidden />}
        label={label}
        keyName="mod+O"
        run={() => input.current?.click()}
      />
    </>
  );
}
