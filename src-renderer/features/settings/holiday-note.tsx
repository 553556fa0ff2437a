import { Note } from '../../components/note.tsx';
import { holidayTroubleIn } from '../../i18n/in-language.ts';
import { useText } from '../../i18n/use-text.ts';
import { useLanguage } from '../../lib/preferences.ts';
import { useQueryMethod } from '../../lib/use-method.ts';
import { settingsText } from './text.ts';

/** Said on every section until the table is mended: deadlines of the whole branch are counted by it. */
export function HolidayNote() {
  const text = useText(settingsText);
  const { language } = useLanguage();
  const troubles = useQueryMethod('catalogue.holidayTrouble', {}).data?.troubles ?? [];
  if (troubles.length === 0) return null;
  return (
    <Note tone="warning" title={text.holidays}>
      {troubles.map((trouble) => holidayTroubleIn(language, trouble)).join(' ')}
    </Note>
  );
}
