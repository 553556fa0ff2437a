import { Button, FileInput, Group, SimpleGrid, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconFileCertificate } from '@tabler/icons-react';
import { sealRefusals } from '../../../src-shared/contract/seal.ts';
import { toBase64 } from '../../components/attachments/base64.ts';
import { Form } from '../../components/form.tsx';
import { FormFailure } from '../../components/form-failure.tsx';
import { notifyDone } from '../../components/notify.ts';
import { SecretInput } from '../../components/secret-input.tsx';
import { useText } from '../../i18n/use-text.ts';
import { focusFirstError, showErrors, showFieldErrors } from '../../lib/form-errors.ts';
import type { ScreenFailure } from '../../lib/screen-result.ts';
import { useCommand } from '../../lib/use-method.ts';
import { SealActions } from './seal-actions.tsx';
import { sealText } from './seal-text.ts';
import classes from './settings.module.css';

const belowInput = ['label', 'input', 'description', 'error'] as const;

type SealFormProps = { readonly hasSeal: boolean };
type Values = { readonly file: File | null; readonly password: string };

/** Takes the certificate file; what is wrong with it is said at the file, or at its password. */
export function SealForm({ hasSeal }: SealFormProps) {
  const text = useText(sealText);
  const take = useCommand('seal.import');
  const form = useForm<Values>({ mode: 'controlled', initialValues: { file: null, password: '' } });

  const save = async () => {
    const { file, password } = form.getValues();
    const bytes = new Uint8Array((await file?.arrayBuffer()) ?? new ArrayBuffer(0));
    const result = await take.run({ file: toBase64(bytes), password });
    if (result.ok) {
      form.reset();
      return notifyDone(text.taken);
    }
    if (isOfFile(result.error)) {
      const field = result.error.code === 'seal_wrong_password' ? 'password' : 'file';
      showErrors(form, { [field]: result.error.message });
    } else showFieldErrors(form, result.error);
    focusFirstError();
  };
  const failure = take.failure === null || isOfFile(take.failure) ? null : take.failure;

  return (
    <Form onSubmit={save}>
      <Stack className={classes.form} gap="md">
        <SimpleGrid cols={2} spacing="md">
          <FileInput
            label={text.file}
            description={text.fileHint}
            inputWrapperOrder={[...belowInput]}
            placeholder={text.choose}
            accept=".p12,.pfx,application/x-pkcs12"
            leftSection={<IconFileCertificate size={17} />}
            required
            {...form.getInputProps('file')}
          />
          <SecretInput
            label={text.password}
            description={text.passwordHint}
            inputWrapperOrder={[...belowInput]}
            autoComplete="off"
            {...form.getInputProps('password')}
          />
        </SimpleGrid>
        <FormFailure failure={failure} />
        <Group gap="sm">
          <Button type="submit" loading={take.isRunning}>
            {text.take}
          </Button>
          <SealActions hasSeal={hasSeal} />
        </Group>
      </Stack>
    </Form>
  );
}

function isOfFile({ code }: ScreenFailure): boolean {
  return sealRefusals.some((refusal) => refusal === code);
}
