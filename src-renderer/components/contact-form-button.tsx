import { Button, type ButtonProps } from '@mantine/core';
import { IconFileTypePdf } from '@tabler/icons-react';
import { useState } from 'react';
import { defineText } from '../i18n/define-text.ts';
import { useText } from '../i18n/use-text.ts';
import { useClient } from '../lib/client-context.ts';
import { fromBase64 } from './attachments/base64.ts';
import { notifyDone, notifyFailure } from './notify.ts';
import { saveFile } from './save-file.ts';

const contactFormText = defineText(
  {
    filled: 'Form (PDF)',
    filledHint: 'Tüketici İletişim Formu’nu dolu olarak kaydet',
    blank: 'Boş form (PDF)',
    blankHint: 'Boş Tüketici İletişim Formu’nu kaydet',
    saved: 'Form bu bilgisayara kaydedildi; yazdırınca silin.',
    savedBlank: 'Boş form bu bilgisayara kaydedildi.',
  },
  {
    filled: 'Form (PDF)',
    filledHint: 'Save the Consumer Contact Form, filled in',
    blank: 'Blank form (PDF)',
    blankHint: 'Save a blank Consumer Contact Form',
    saved: 'The form was saved on this computer; delete it once it is printed.',
    savedBlank: 'A blank form was saved on this computer.',
  },
);

type ContactFormButtonProps = Pick<ButtonProps, 'size' | 'variant'> & {
  /** Null for a blank one. */
  readonly applicationId: string | null;
};

/** WR-1: the Consumer Contact Form as PDF, for whatever program prints it. */
export function ContactFormButton({ applicationId, ...rest }: ContactFormButtonProps) {
  const text = useText(contactFormText);
  const client = useClient();
  const [isRunning, setRunning] = useState(false);
  const isBlank = applicationId === null;

  async function save(): Promise<void> {
    setRunning(true);
    const given = await client.call('document.draw', { sheet: { document: 'contact_form', applicationId } });
    setRunning(false);
    if (!given.ok) return notifyFailure(given.error);
    saveFile(new Blob([fromBase64(given.value.base64)], { type: 'application/pdf' }), given.value.name);
    notifyDone(isBlank ? text.savedBlank : text.saved);
  }

  return (
    <Button
      variant="default"
      {...rest}
      leftSection={<IconFileTypePdf size={16} aria-hidden />}
      title={isBlank ? text.blankHint : text.filledHint}
      loading={isRunning}
      onClick={() => void save()}
    >
      {isBlank ? text.blank : text.filled}
    </Button>
  );
}
