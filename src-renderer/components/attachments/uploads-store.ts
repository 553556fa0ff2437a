import { createStore } from 'zustand/vanilla';
import type { AttachmentTarget } from '../../../src-shared/contract/attachment.ts';
import { errorSentences } from '../../../src-shared/contract/errors.ts';
import {
  attachmentLimits,
  headBytes,
  refusalOfContent,
  refusalOfOffer,
} from '../../../src-shared/rules/attachment.ts';
import { cleanFileName } from '../../../src-shared/text/file-name.ts';
import type { Client } from '../../lib/client.ts';
import type { ScreenFailure } from '../../lib/screen-result.ts';
import { sendFile } from './send-file.ts';

/** A file that was given and is not on the application yet. */
export type Given = {
  readonly key: string;
  readonly userId: string;
  readonly target: AttachmentTarget;
  readonly file: File;
  readonly name: string;
  readonly description: string;
  readonly isSpecialCategory: boolean;
  readonly phase: 'staged' | 'sending' | 'failed';
  readonly moved: number;
  readonly failure: ScreenFailure | null;
  /** Refused by what it is: no use in trying again. */
  readonly isRefused: boolean;
};

/**
 * What was dropped, chosen or pasted, in memory alone: it goes on while one looks at another screen, and goes with the
 * window, where the core keeps what has arrived.
 */
export const uploads = createStore<{ readonly given: readonly Given[] }>(() => ({ given: [] }));

/** Of a list: those that are on their way to this application or form. */
export function isFor(target: AttachmentTarget): (item: Given) => boolean {
  const key = targetKey(target);
  return (item) => targetKey(item.target) === key;
}

function targetKey(target: AttachmentTarget): string {
  return target.kind === 'application' ? target.applicationId : target.draftKey;
}

export function changeGiven(key: string, change: Partial<Given>): void {
  uploads.setState(({ given }) => ({
    given: given.map((item) => (item.key === key ? { ...item, ...change } : item)),
  }));
}

export function dropGiven(key: string): void {
  uploads.setState(({ given }) => ({ given: given.filter((item) => item.key !== key) }));
}

/** They hold somebody's papers: the next user at this window does not see them. */
export function keepOnlyOf(userId: string): void {
  uploads.setState(({ given }) => ({ given: given.filter((item) => item.userId === userId) }));
}

/** Puts files on the list, each judged at once by the same rules that the core judges by. */
export async function stage(owner: Pick<Given, 'userId' | 'target'>, files: readonly File[]): Promise<void> {
  for (const file of files) {
    const name = cleanFileName(file.name, attachmentLimits.name);
    const refusal =
      refusalOfOffer(name, file.size) ??
      refusalOfContent(name, new Uint8Array(await file.slice(0, headBytes).arrayBuffer()));
    const item: Given = {
      ...{ key: crypto.randomUUID(), ...owner, file, name, description: '', isSpecialCategory: false },
      phase: refusal === undefined ? 'staged' : 'failed',
      moved: 0,
      failure: refusal === undefined ? null : { code: refusal, message: errorSentences[refusal] },
      isRefused: refusal !== undefined,
    };
    uploads.setState(({ given }) => ({ given: [...given, item] }));
  }
}

let line: Promise<unknown> = Promise.resolve();

/**
 * One after the other; a failed one keeps its place on the list with the reason.
 * @returns how many were added
 */
export function send(client: Client, keys: readonly string[]): Promise<number> {
  for (const key of keys) changeGiven(key, { phase: 'sending', moved: 0, failure: null });
  const sending = line.then(async () => {
    let added = 0;
    for (const key of keys) added += (await sendOne(client, key)) ? 1 : 0;
    return added;
  });
  line = sending;
  return sending;
}

/** Once what is on its way now has arrived or has failed. */
export function settled(): Promise<unknown> {
  return line;
}

async function sendOne(client: Client, key: string): Promise<boolean> {
  const item = uploads.getState().given.find((one) => one.key === key);
  if (item === undefined) return false;
  const { file, name, description, isSpecialCategory, target } = item;
  const result = await sendFile(client, {
    ...{ target, file, name, description, isSpecialCategory },
    onMoved: (moved) => changeGiven(key, { moved }),
  }).catch(() => ({ ok: false, error: unreadable }) as const);
  if (result.ok) dropGiven(key);
  else changeGiven(key, { phase: 'failed', failure: result.error });
  return result.ok;
}

/** The browser could not read it: moved, deleted or on a stick that was pulled out. */
const unreadable: ScreenFailure = {
  code: 'attachment_broken',
  message: errorSentences.attachment_broken,
};
