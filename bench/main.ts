import { cpus } from 'node:os';
import { benchConsents } from './consents.ts';
import { benchCounters } from './counters.ts';
import { tell } from './figure.ts';
import { benchGateway } from './gateway.ts';
import { historyStore } from './history-store.ts';
import { benchHub } from './hub.ts';
import { benchLists } from './lists.ts';
import { readOptions } from './options.ts';
import { benchPapers } from './papers.ts';
import { benchPush } from './push.ts';
import { benchQueueOrder } from './queue-order.ts';
import { benchReady } from './ready.ts';
import { benchRefold } from './refold.ts';
import { benchRegister } from './register.ts';
import { benchScroll } from './scroll.ts';
import { benchSeals } from './seals.ts';
import { benchSearch } from './search.ts';
import { benchTicketPaper } from './ticket-paper.ts';

/** Figures as JSON lines on standard output; everything is measured, nothing is judged but by its target. */
const { applications, entries, only, isBuilt } = readOptions(process.argv.slice(2));
tell(`node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? '?'}, ${applications} applications`);
const needsStore = ['register', 'search', 'lists', 'refold', 'scroll', 'papers', 'ready'].some((name) =>
  only.has(name),
);
if (needsStore) {
  const store = await historyStore(applications);
  if (only.has('register')) await benchRegister(store);
  if (only.has('search')) await benchSearch(store);
  if (only.has('lists')) await benchLists(store);
  if (only.has('refold')) await benchRefold(store);
  if (only.has('scroll')) await benchScroll(store, isBuilt);
  if (only.has('papers')) await benchPapers(store);
  if (only.has('ready')) await benchReady(store, isBuilt);
}
if (only.has('ticket')) await benchTicketPaper(isBuilt);
if (only.has('consents')) await benchConsents();
if (only.has('papers')) await benchSeals();
if (only.has('push')) await benchPush(isBuilt);
if (only.has('queue')) benchQueueOrder();
if (only.has('hub')) await benchHub(isBuilt);
if (only.has('gateway')) await benchGateway(isBuilt, entries);
if (only.has('counters')) await benchCounters(isBuilt);
