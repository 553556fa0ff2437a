import type { Premises } from '../ledger/application-entries.ts';
import { foldTurkish } from '../text/fold.ts';
import type { NeighbourhoodsFile, ProvincesFile } from './catalogue.ts';

/** The districts of a province that the company serves, in whatever letters it is written; else undefined. */
export function districtsOf(file: ProvincesFile, province: string): readonly string[] | undefined {
  const wanted = foldTurkish(province);
  return file.provinces.find(({ name }) => foldTurkish(name) === wanted)?.districts;
}

/** The neighbourhoods of a district that the company serves, in whatever letters both are written; none elsewhere. */
export function neighbourhoodsOf(
  file: NeighbourhoodsFile,
  { province, district }: Pick<Premises, 'province' | 'district'>,
): readonly string[] {
  const [wantedProvince, wantedDistrict] = [foldTurkish(province), foldTurkish(district)];
  const known = file.provinces.find(({ name }) => foldTurkish(name) === wantedProvince);
  return known?.districts.find(({ name }) => foldTurkish(name) === wantedDistrict)?.neighbourhoods ?? [];
}

/** Whether a district is named that its province does not have; of other provinces we know no districts. */
export function isUnknownDistrict(
  file: ProvincesFile,
  { province, district }: Pick<Premises, 'province' | 'district'>,
): boolean {
  const wanted = foldTurkish(district);
  const known = districtsOf(file, province);
  return known !== undefined && district.trim() !== '' && !known.some((name) => foldTurkish(name) === wanted);
}
