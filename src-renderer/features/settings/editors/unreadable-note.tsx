import { Note } from '../../../components/note.tsx';
import { useText } from '../../../i18n/use-text.ts';
import { editorsText } from './text.ts';

/** In place of an editor whose document a newer Banko wrote. */
export function UnreadableDocument() {
  const text = useText(editorsText);
  return (
    <Note tone="warning" title={text.unreadable}>
      {text.unreadableHint}
    </Note>
  );
}
