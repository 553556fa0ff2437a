import { FormFailure } from '../../../components/form-failure.tsx';
import { Note } from '../../../components/note.tsx';
import type { ScreenFailure } from '../../../lib/screen-result.ts';

type SaveFailureProps = {
  readonly failure: ScreenFailure | null;
  /** About the list as a whole, which has no field to stand at. */
  readonly sentence: string | undefined;
};

export function SaveFailure({ failure, sentence }: SaveFailureProps) {
  if (failure === null) return null;
  return sentence === undefined ? <FormFailure failure={failure} /> : <Note tone="danger">{sentence}</Note>;
}
