import { Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { Organisation } from '../../../../src-shared/rules/organisation.ts';
import { PdfView } from '../../../components/paper/pdf-view.tsx';
import { StateLoading } from '../../../components/state-loading.tsx';
import { useText } from '../../../i18n/use-text.ts';
import { useQueryMethod } from '../../../lib/use-method.ts';
import classes from './organisation.module.css';
import { organisationText } from './organisation-text.ts';

const restMillis = 400;

/** What is typed, on a letter as it would come out of the printer; renewed when the keys rest. */
export function OrganisationPreview({ organisation }: { readonly organisation: Organisation }) {
  const text = useText(organisationText);
  const [settled] = useDebouncedValue(organisation, restMillis);
  const sample = useQueryMethod('organisation.preview', { organisation: settled }, { keepPrevious: true });
  return (
    <div className={classes.preview}>
      {sample.isError ? (
        <Text size="sm" c="var(--bk-muted)">
          {text.previewFailed}
        </Text>
      ) : sample.data === undefined ? (
        <StateLoading lines={12} />
      ) : (
        <PdfView base64={sample.data.base64} name={text.preview} zoom={0.5} />
      )}
    </div>
  );
}
