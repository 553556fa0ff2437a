import { Autocomplete } from '@mantine/core';
import type { ProvincesFile } from '../../../src-shared/rules/catalogue.ts';
import { districtsOf } from '../../../src-shared/rules/provinces.ts';
import { foldTurkish } from '../../../src-shared/text/fold.ts';
import { useText } from '../../i18n/use-text.ts';
import { typingList } from '../../lib/typing-list.ts';
import { useQueryMethod } from '../../lib/use-method.ts';
import { TextField } from './fields.tsx';
import classes from './form.module.css';
import { spanOf } from './span-of.ts';
import { solutionPointText } from './text.ts';
import { useField } from './use-sheet.ts';

/** Of a district's villages; more letters narrow them. */
const mostOffered = 40;

/** The address of the premises. Suggestions help; an address elsewhere can still be written. */
export function PremisesFields({ provinces }: { readonly provinces: ProvincesFile }) {
  const text = useText(solutionPointText);
  const province = useField('province').value;
  const district = useField('district').value;
  const neighbourhoods = useQueryMethod(
    'catalogue.neighbourhoods',
    { province, district },
    { enabled: province !== '' && district !== '' },
  );
  const names = provinces.provinces.map(({ name }) => name);
  return (
    <div className={classes.grid}>
      <SuggestedField field="province" label={text.form.province} options={names} />
      <SuggestedField
        field="district"
        label={text.form.district}
        options={districtsOf(provinces, province) ?? []}
      />
      <SuggestedField
        field="neighbourhood"
        label={text.form.neighbourhood}
        options={neighbourhoods.data?.neighbourhoods ?? []}
        maxLength={120}
        span={3}
      />
      <TextField field="street" label={text.form.street} maxLength={160} span={3} />
      <TextField field="doorNo" label={text.form.doorNo} maxLength={40} span={2} />
    </div>
  );
}

type SuggestedFieldProps = {
  readonly field: 'province' | 'district' | 'neighbourhood';
  readonly label: string;
  readonly options: readonly string[];
  readonly maxLength?: number;
  /** Columns of twelve. */
  readonly span?: number;
};

function SuggestedField({ field, label, options, maxLength = 60, span = 2 }: SuggestedFieldProps) {
  const { value, set, message, path } = useField(field);
  return (
    <Autocomplete
      className={classes.cell}
      style={spanOf(span)}
      data-path={path}
      size="xs"
      label={label}
      data={[...options]}
      value={value}
      onChange={set}
      error={message}
      {...typingList}
      filter={({ options: all, search }) =>
        all.filter((option) => 'value' in option && foldTurkish(option.value).startsWith(foldTurkish(search)))
      }
      maxLength={maxLength}
      limit={mostOffered}
    />
  );
}
