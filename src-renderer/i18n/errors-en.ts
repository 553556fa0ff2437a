import type { ApplicationFile } from '../../src-shared/contract/application-file.ts';
import type { HolidayTrouble } from '../../src-shared/rules/holiday-check.ts';
import type { ScreenFailure } from '../lib/screen-result.ts';

/** The English sentence of every refusal; a code without one does not compile. Turkish is the core's own. */
export const errorSentencesEn: Readonly<Record<ScreenFailure['code'], string>> = {
  invalid_input: 'Some fields need correcting.',
  unknown_method: 'The program does not know this action. Its parts may differ in version; restart Banko.',
  already_set_up: 'This workplace is set up already; that is done once.',
  not_signed_in: 'Nobody is signed in. Sign in with your user name and password.',
  locked: 'The screen is locked. Enter your PIN to go on.',
  wrong_credentials: 'The user name or the password is wrong.',
  wrong_pin: 'The PIN is wrong.',
  too_many_attempts: 'Too many wrong attempts. Wait a few minutes and try again.',
  forbidden: 'You are not allowed to do this. Ask your supervisor if it is needed.',
  not_found: 'The record was not found.',
  command_reused: 'This action’s id was used for another action. Reload the screen and try again.',
  queue_empty: 'No number is waiting.',
  daily_limit: 'Today’s numbers of this category are used up.',
  category_closed: 'No numbers are given in this category now.',
  undo_too_late: 'A call can be undone for ten seconds only.',
  grace_over: 'The time to come back to the former place is over. Give the visitor a new number.',
  desk_busy: 'A number is called at this desk. Finish with it first.',
  wrong_state: 'The record’s state does not allow this. Somebody else may just have changed it.',
  settings_unreadable:
    'The branch’s settings can’t be read; a newer Banko may have written them. Update Banko on this PC.',
  text_changed: 'Another version of this text was published while you wrote. Compare, and publish again.',
  topic_retired: 'This topic is out of use. Choose a current one from the list.',
  retail_topic:
    'This topic is the retail company’s: it is not routed to a team, the applicant is referred to their supplier.',
  code_too_often: 'Too many codes were sent to this number. Try again in a few minutes.',
  code_over: 'This code is over or no longer good. Send a new one.',
  disclosure_needed: 'Nothing of the account is shown before it is on record who asks, and in what capacity.',
  disclosure_refused:
    'Nothing of the account is shown to somebody who is not verified, a relative or an informant; the application is taken all the same.',
  informant_hidden: 'Who informed is secret. Seeing it takes a permission of its own; ask your supervisor.',
  own_reading: 'Another supervisor takes note of your own reading.',
  closing_incomplete: 'The application can’t be closed yet. What is missing stands on the screen.',
  special_ground_needed:
    'This application holds special-category data, and no ground for its processing is on record. Ask for explicit consent or record the ground first (KVKK art. 6).',
  already_closed: 'This application is closed already.',
  reopen_too_late: 'It is too late to open this application again. Register a new one and link it.',
  attachment_empty: 'The file is empty.',
  attachment_too_large: 'The file is larger than 20 MB. Scan it at a lower resolution or split it.',
  attachment_no_room: 'An application takes at most 100 MB of files; this one would exceed it.',
  attachment_kind:
    'This kind of file can’t be added. Add PDF, JPEG, PNG, TIFF or HEIC; save Word and Excel documents as PDF first.',
  attachment_disguised:
    'The content does not match the extension; the file may be damaged or renamed. Add the original.',
  attachment_twice: 'This file is on this application already.',
  attachment_broken: 'The file was damaged on its way and was not added. Add it again.',
  attachment_withdrawn: 'This file was removed since it had been added by mistake; its content is deleted.',
  attachment_elsewhere:
    'The content is not on this computer and can’t be fetched from the CRM now. Open it where it was added, or try again once connected.',
  attachment_on_its_way: 'The file is being fetched from the CRM. It opens in a moment.',
  attachment_damaged: 'This computer’s copy is damaged and no other was found. Tell support.',
  no_printer: 'No printer is set up. The document is shown on the screen.',
  printer_unreachable: 'The printer can’t be reached. Check its paper, its cable and whether it is on.',
  crm_unreachable: 'The CRM can’t be reached. Work goes on here and is sent once it is back.',
  crm_key_refused: 'The CRM does not accept this branch’s key. The administrator has to renew it.',
  teams_none: 'No Microsoft Teams account is configured. Save one first.',
  teams_unreachable:
    'Microsoft Teams cannot be reached. Check the internet connection; Banko tries again by itself.',
  teams_credentials:
    'Microsoft does not accept the application or its secret. Check the tenant, the application id and when the secret ends.',
  teams_permission:
    'The application may not open meetings. It needs OnlineMeetings.ReadWrite.All with an administrator’s consent.',
  teams_policy:
    'No meeting can be opened for this organizer. The Teams administrator has to grant an application access policy.',
  teams_organizer: 'The organizer was not found in this tenant. Check the object id.',
  teams_mail:
    'The link could not be mailed to the unit. Check the Mail.Send permission, the organizer’s mailbox and the unit’s address.',
  teams_rejected: 'Microsoft Teams did not accept the request. Update Banko; if it lasts, ask support.',
  teams_elsewhere: 'The Teams account is configured on the PC that is the branch’s hub.',
  seal_none: 'No certificate to seal with is configured. Import one first.',
  seal_file_unreadable:
    'The file can’t be read as a certificate. Choose the .p12 or .pfx file that holds the certificate with its private key.',
  seal_wrong_password: 'The password of the certificate file is wrong. Mind capitals and enter it again.',
  seal_old_encryption:
    'The file is encrypted in an old way that no longer counts as safe. Export the certificate again with AES-256.',
  seal_no_key: 'The file holds no private key. Export the certificate together with its private key.',
  seal_no_certificate: 'The file holds no certificate of this private key. Choose one that holds both.',
  seal_key_kind:
    'This kind of key can’t seal. It takes RSA of at least 2048 bits, or an elliptic curve P-256, P-384 or P-521.',
  seal_not_for_signing:
    'This certificate was not issued for signing documents. Import the organisation’s seal certificate.',
  seal_expired: 'This certificate has expired. Import the renewed one.',
  seal_not_yet_valid: 'This certificate is not valid yet. Check the computer’s clock or wait for its date.',
  timestamp_none: 'No timestamp server is configured. Save its address first.',
  timestamp_unreachable:
    'The timestamp server can’t be reached. The document stays sealed and waits for its timestamp; no other clock takes its place.',
  timestamp_credentials:
    'The timestamp server does not accept the user name or the password. Check them with the provider.',
  timestamp_rejected:
    'The timestamp server rejected the request. Check the address, the account’s credit and that it supports SHA-256.',
  timestamp_unreadable:
    'What this address answers is no timestamp. Check that it is the address of an RFC 3161 service.',
  timestamp_not_ours:
    'The timestamp is not for the document that was asked about; it was not taken. If it lasts, tell the provider.',
  timestamp_not_trusted:
    'The timestamp’s signature or certificate is not valid; it was not taken. Tell the provider.',
  timestamp_no_room:
    'The timestamp does not fit into the room that the seal keeps for it. Ask the provider for a shorter chain.',
  destroyed: 'This record was destroyed at the end of its retention period.',
  disk_full: 'The disk is full; nothing was saved. Make room and try again.',
  store_trouble: 'The store can’t be written; nothing was saved. Restart Banko.',
  hub_unreachable:
    'The branch’s hub can’t be reached. Work on this PC goes on; the queue and the rooms wait for the hub.',
  hub_not_trusted:
    'The branch’s hub does not know this PC; its pairing may have been withdrawn. An administrator has to pair it again.',
  hub_is_there: 'The branch’s hub is running but not ready to hand over. Try again in a moment.',
  wrong_pairing_code: 'The code is wrong or no longer good. Show a new one at the hub and try again.',
  other_branch: 'This PC belongs to another branch. Only PCs of one branch can be paired.',
  workstation_taken: 'This workstation number is used in the branch already.',
  already_joined: 'This PC is joined to the branch’s hub already.',
  port_taken: 'This port is used by another program.',
  internal: 'An unexpected error happened; nothing was saved.',
  host_unreachable: 'Banko’s background process can’t be reached. What you wrote stays on the screen.',
};

/** What keeps an application from being closed. */
export const closingGapsEn: Readonly<Record<ApplicationFile['closingGaps'][number]['code'], string>> = {
  team_answer: 'The team has not answered yet.',
  call: 'The consumer wants to be called and has not been since the answer.',
  notice: 'The applicant has not been given the privacy notice.',
  waiting: 'Something is still awaited from the applicant.',
  edms_no: 'The number of the document management system is missing.',
  conflict: 'Two desks changed the same field; a person has to choose first.',
  special_ground: 'No ground for the processing of special-category data is on record.',
};

/** What a supervisor or administrator must know of the exchange with the CRM. */
export const crmNoticesEn = {
  forked:
    'This computer has worked from an old backup; its records were split in two, and both parts were kept. Tell support.',
  unverified: (count: number) =>
    `${count} records from the CRM were not as they had been written and were left out; the exchange of the others goes on. Tell support.`,
} as const;

/** What the yearly check of the holidays has found. */
export const holidayTroublesEn: Readonly<Record<HolidayTrouble['kind'], (year: number) => string>> = {
  missing: (year) => `There is no table of holidays for ${year}; deadlines that reach into it count none.`,
  incomplete: (year) => `The table of holidays for ${year} differs from Law 2429.`,
  unconfirmed: (year) => `The religious feasts of ${year} are to be confirmed with Diyanet.`,
};
