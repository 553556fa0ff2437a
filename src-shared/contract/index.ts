import type { z } from 'zod';
import { applicationContract } from './application.ts';
import { attachmentContract } from './attachment.ts';
import { auditContract } from './audit.ts';
import { branchContract } from './branch.ts';
import { catalogueContract } from './catalogue.ts';
import { consentContract } from './consent.ts';
import { consumerContract } from './consumer.ts';
import type { MethodDefinition } from './define.ts';
import { displayContract } from './display.ts';
import { documentContract } from './document.ts';
import { draftContract } from './draft.ts';
import { helpContract } from './help.ts';
import { kioskContract } from './kiosk.ts';
import { meetingContract } from './meeting.ts';
import { organisationContract } from './organisation.ts';
import { personContract } from './person.ts';
import { phoneContract } from './phone.ts';
import { printOutboxContract } from './print.ts';
import { printersContract } from './printers.ts';
import { retentionContract } from './retention.ts';
import { screenContract } from './screen.ts';
import { sealContract } from './seal.ts';
import { searchContract } from './search.ts';
import { sessionContract } from './session.ts';
import { settingsContract } from './settings.ts';
import { signingContract } from './signing.ts';
import { switchboardContract } from './switchboard.ts';
import { systemContract } from './system.ts';
import { teamsContract } from './teams.ts';
import { textContract } from './text.ts';
import { ticketContract } from './ticket.ts';
import { visitorContract } from './visitor.ts';

/** Every call that a screen can make; hosts, dispatch and renderer share this one map. */
export const contract = {
  ...systemContract,
  ...sessionContract,
  ...ticketContract,
  ...documentContract,
  ...organisationContract,
  ...draftContract,
  ...helpContract,
  ...meetingContract,
  ...displayContract,
  ...switchboardContract,
  ...applicationContract,
  ...attachmentContract,
  ...auditContract,
  ...consumerContract,
  ...searchContract,
  ...catalogueContract,
  ...personContract,
  ...phoneContract,
  ...printOutboxContract,
  ...printersContract,
  ...settingsContract,
  ...branchContract,
  ...screenContract,
  ...consentContract,
  ...signingContract,
  ...kioskContract,
  ...visitorContract,
  ...teamsContract,
  ...sealContract,
  ...textContract,
  ...retentionContract,
} as const satisfies Record<string, MethodDefinition>;

export type Method = keyof typeof contract;
/** What the screen sends, before parsing. */
export type InputOf<M extends Method> = z.input<(typeof contract)[M]['input']>;
/** What the handler gets, after parsing. */
export type ParsedInputOf<M extends Method> = z.output<(typeof contract)[M]['input']>;
export type OutputOf<M extends Method> = z.output<(typeof contract)[M]['output']>;

export type QueryMethod = { [M in Method]: (typeof contract)[M]['kind'] extends 'query' ? M : never }[Method];
export type CommandMethod = Exclude<Method, QueryMethod>;

export function isMethod(name: string): name is Method {
  return Object.hasOwn(contract, name);
}
