import { type DisplayState, shownCallLimit } from '../../../../src-shared/contract/display.ts';
import { succeed } from '../../../../src-shared/contract/errors.ts';
import type { Category } from '../../../../src-shared/contract/ticket.ts';
import type { Handlers } from '../../handler.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import type { Clock } from '../../ports.ts';
import { shareAnswer } from '../../shared-answer.ts';
import { readDocument } from '../settings/settings.repo.ts';
import { categoryNow, type QueueNow, readQueueNow } from '../ticket/queue-now.ts';
import { today } from '../ticket/ticket-services.ts';
import { type DayCall, latestCalls } from './display.repo.ts';

type Services = {
  readonly db: Reader;
  readonly clock: Clock;
  /** How often something was committed. */
  readonly commits: () => number;
};

/** What hangs in the hall. The answer is put together here, so that no name could reach it by a later change elsewhere. */
export function displayService({ db, clock, commits }: Services): Handlers<'display.state'> {
  const state = shareAnswer(commits, async (): Promise<DisplayState> => {
    const day = today(clock);
    const queueNow = await readQueueNow(db, clock);
    const calls = await latestCalls(db, day, shownCallLimit);
    return {
      branchName: (await readDocument(db, 'branch'))?.name ?? '',
      serviceDay: day,
      now: new Date(queueNow.now).toISOString(),
      calls: calls.map((call) => shownCall(call, queueNow.categories)),
      categories: queueNow.categories.map((category) => shownCategory(category, queueNow)),
    };
  });
  return { 'display.state': async () => succeed(await state()) };
}

function shownCall(call: DayCall, categories: readonly Category[]): DisplayState['calls'][number] {
  const category = categories.find(({ code }) => code === call.categoryCode);
  return {
    label: call.label,
    letter: category?.letter ?? '',
    colour: category?.colour ?? 'gray',
    place: call.place,
    calledAt: call.calledAt,
    callNo: call.callNo,
    isAwaited: call.isAwaited,
  };
}

function shownCategory(category: Category, queue: QueueNow): DisplayState['categories'][number] {
  const { name, letter, colour, waiting, isOpen, estimatedWait } = categoryNow(category, queue);
  return { name, letter, colour, waiting, isOpen, estimatedWait };
}
