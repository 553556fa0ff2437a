import { IconBuilding, IconUser } from '@tabler/icons-react';
import type { Contact } from '../../../src-shared/contract/switchboard.ts';
import { formatPhone } from '../../../src-shared/text/phone.ts';
import { useText } from '../../i18n/use-text.ts';
import { AvailabilityBadge } from './availability-badge.tsx';
import classes from './switchboard.module.css';
import { switchboardText } from './text.ts';

export function contactRowId(contactId: string | null): string {
  return `contact-${contactId}`;
}

type ContactRowProps = {
  readonly contact: Contact;
  /** Where the virtual list puts it, in pixels. */
  readonly place: {
    readonly index: number;
    readonly count: number;
    readonly top: number;
    readonly height: number;
  };
  readonly isChosen: boolean;
  readonly onChoose: () => void;
};

export function ContactRow({ contact, place, isChosen, onChoose }: ContactRowProps) {
  const text = useText(switchboardText);
  const { kind, name, department, title, extension, directPhone, availability, backOn } = contact;
  const Icon = kind === 'department' ? IconBuilding : IconUser;
  const about = kind === 'department' ? text.department : [title, department].filter(Boolean).join(' · ');
  return (
    <button
      id={contactRowId(contact.id)}
      type="button"
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      aria-setsize={place.count}
      aria-posinset={place.index + 1}
      className={classes.row}
      data-kind={kind}
      style={{ transform: `translateY(${place.top}px)`, height: place.height }}
      onClick={onChoose}
    >
      <span className={classes.icon} aria-hidden>
        <Icon size={20} stroke={1.6} />
      </span>
      <span className={classes.words}>
        <span className={classes.name}>{name}</span>
        <span className={classes.about}>{about}</span>
      </span>
      {availability !== 'available' && <AvailabilityBadge availability={availability} backOn={backOn} />}
      <span className={classes.number}>
        {extension ?? (directPhone === null ? '–' : formatPhone(directPhone))}
      </span>
    </button>
  );
}
