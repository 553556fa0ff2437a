import { shippedCatalogue } from '../../lib/catalogue.ts';
import type { OptionGroup } from './fields.ts';

const { provinces } = shippedCatalogue.provinces;

/** Every district that the company serves, by province: one choice, so that the two always fit. */
export const placeOptions: readonly OptionGroup[] = provinces.map(({ name, districts }) => ({
  label: name,
  options: districts.map((district) => ({ value: `${name}/${district}`, label: `${district} (${name})` })),
}));

/** What `value` of a `placeOptions` stands for; undefined for anything else. */
export function placeOf(value: string): { readonly province: string; readonly district: string } | undefined {
  const [province = '', district = ''] = value.split('/');
  const isServed = provinces.some(({ name, districts }) => name === province && districts.includes(district));
  return isServed ? { province, district } : undefined;
}
