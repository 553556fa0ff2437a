import { Button, Group, Text, VisuallyHidden } from '@mantine/core';
import { IconArrowsExchange, IconPhone } from '@tabler/icons-react';
import type { ReactNode, RefObject } from 'react';
import type { Contact } from '../../../src-shared/contract/switchboard.ts';
import { type Dialling, dialLink } from '../../../src-shared/rules/dial-link.ts';
import { formatPhone } from '../../../src-shared/text/phone.ts';
import { ActionButton } from '../../components/action-button.tsx';
import { KeyHint } from '../../components/key-hint.tsx';
import { Note } from '../../components/note.tsx';
import { Panel } from '../../components/panel.tsx';
import { useText } from '../../i18n/use-text.ts';
import { AvailabilityBadge } from './availability-badge.tsx';
import classes from './switchboard.module.css';
import { switchboardText } from './text.ts';

type ContactCardProps = {
  readonly contact: Contact;
  readonly dialling: Dialling;
  readonly backup: Contact | undefined;
  readonly callLink: RefObject<HTMLAnchorElement | null>;
  readonly onChoose: (contact: Contact) => void;
  /** What can be changed of the contact, for whoever may. */
  readonly actions: ReactNode;
  readonly children: ReactNode;
};

/** Whom the caller wants: how they are reached now, and who else there is. */
export function ContactCard({
  contact,
  dialling,
  backup,
  callLink,
  onChoose,
  actions,
  children,
}: ContactCardProps) {
  const text = useText(switchboardText);
  const { kind, name, department, title, extension, directPhone, sip, availability, note } = contact;
  const link = dialLink(contact, dialling);
  const about = kind === 'department' ? text.department : [title, department].filter(Boolean).join(' · ');
  return (
    <Panel title={name} actions={actions} className={classes.card}>
      <Text size="sm" c="var(--bk-muted)" mt={-8}>
        {about}
      </Text>
      <div className={classes.reach}>
        <div className={`bk-number ${classes.extension}`}>
          <VisuallyHidden>{text.extension}</VisuallyHidden>
          {extension ?? '–'}
        </div>
        <div className={classes.others}>
          {directPhone !== null && (
            <Other label={text.directPhone} href={`tel:${directPhone}`}>
              {formatPhone(directPhone)}
            </Other>
          )}
          {sip !== null && (
            <Other label={text.sip} href={`sip:${sip}`}>
              {sip}
            </Other>
          )}
        </div>
        {link !== undefined && (
          <Button
            component="a"
            href={link}
            ref={callLink}
            leftSection={<IconPhone size={18} />}
            rightSection={<KeyHint keyName="Enter" />}
          >
            {text.call}
          </Button>
        )}
      </div>
      <Group gap="xs" mt="sm" justify="space-between" wrap="nowrap">
        <AvailabilityBadge availability={availability} backOn={contact.backOn} withDay />
        {backup !== undefined && (
          <ActionButton
            label={text.backup(backup.name)}
            keyName="alt+B"
            variant="subtle"
            size="compact-sm"
            classNames={{ root: classes.backup ?? '', label: classes.backupLabel ?? '' }}
            leftSection={<IconArrowsExchange size={16} />}
            run={() => onChoose(backup)}
          />
        )}
      </Group>
      {note !== '' && (
        <div className={classes.note}>
          <Note tone={availability === 'available' ? 'accent' : 'warning'}>{note}</Note>
        </div>
      )}
      {children}
    </Panel>
  );
}

type OtherProps = { readonly label: string; readonly href: string; readonly children: ReactNode };

function Other({ label, href, children }: OtherProps) {
  return (
    <span className={classes.other}>
      <span className="bk-muted">{label}</span>
      <a href={href}>{children}</a>
    </span>
  );
}
