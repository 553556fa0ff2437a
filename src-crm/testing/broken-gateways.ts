import { refusal, type Spoil } from './spoiling-proxy.ts';
import {
  allAccepted,
  anyHead,
  cut,
  entriesIn,
  firstOnly,
  insteadOf,
  isFeed,
  isHead,
  isLookUp,
  isPage,
  isPush,
  isReturn,
  json,
  onAnswer,
  onEntries,
  onFeed,
  taken,
  textOnly,
  type Where,
  withKey,
  withoutQuery,
} from './spoils.ts';

export type Keys = { readonly apiKey: string; readonly otherKey: string; readonly withdrawnKey: string };

/** What is broken, and the check that must say so. */
export type BrokenGateway = readonly [defect: string, check: string, spoil: Spoil];

/** At least one for each check; without it nobody would know that the check can fail. */
export function brokenGateways({ apiKey, otherKey, withdrawnKey }: Keys): readonly BrokenGateway[] {
  const isMissing: Where = ({ authorization }) => authorization === undefined;
  const isWithdrawn: Where = ({ authorization }) => authorization === `Bearer ${withdrawnKey}`;
  const isStranger: Where = (request) =>
    !isMissing(request) &&
    ![apiKey, otherKey, withdrawnKey].some((key) => request.authorization === `Bearer ${key}`);
  const isErased: Where = (request) => entriesIn(request).some(({ salt }) => salt === null);
  const swallowed = firstOnly();
  const late = firstOnly();
  return [
    [
      'asks for a key before it says how it is',
      'access: health answers without a key',
      insteadOf(({ path }) => path === '/health', 200, refusal(401, 'unknown_key')),
    ],
    ['lets in who shows no key', 'access: no key opens nothing', withKey(apiKey, isMissing)],
    ['lets in who shows any key', 'access: an unknown key opens nothing', withKey(apiKey, isStranger)],
    [
      'calls an unknown key forbidden',
      'access: an unknown key opens nothing',
      insteadOf(() => true, 401, refusal(403, 'unknown_key')),
    ],
    ['goes on taking a withdrawn key', 'access: a withdrawn key opens nothing', withKey(apiKey, isWithdrawn)],
    [
      'reads the body before the key',
      'access: the key is judged before the body',
      {
        request: (request) =>
          request.method === 'POST' && entriesIn(request).length === 0 ? refusal(400, 'invalid_input') : {},
      },
    ],
    [
      'has a web page for what it does not know',
      'access: an unknown address is refused in the shape of every refusal',
      insteadOf(() => true, 404, textOnly(404)),
    ],
    [
      'does not know a log that it has not got',
      'head: of a log that nobody has pushed is 0',
      onAnswer(isHead, () => refusal(404, 'not_found')),
    ],
    [
      'says that it took one more',
      'push: takes a log from its beginning',
      onAnswer(isPush, (answer) => ({
        ...answer,
        text: answer.text.replace('"accepted":3', '"accepted":4'),
      })),
    ],
    [
      'loses what it has accepted',
      'push: takes a log from its beginning',
      insteadOf(isHead, 200, json(200, { ...anyHead.head, seq: 0 })),
    ],
    ['counts what it held already', 'push: a slice sent again is passed over', allAccepted],
    [
      'takes a slice above a hole',
      'push: a hole is refused with the head',
      insteadOf(isPush, 409, json(200, { ...anyHead, accepted: 1 })),
    ],
    [
      'keeps its head to itself',
      'push: a hole is refused with the head',
      insteadOf(isPush, 409, refusal(409, 'hole')),
    ],
    [
      'calls a fork a hole',
      'push: a second history is refused with the head',
      onAnswer(isPush, (answer) => ({ ...answer, text: answer.text.replace('"fork"', '"hole"') })),
    ],
    ['shows a log to any branch', 'push: a log stays with the branch that began it', withKey(apiKey, isHead)],
    [
      'takes what is too long',
      'push: takes 500 entries at once and no more',
      { request: (request) => (isPush(request) ? { body: cut(request) } : {}) },
    ],
    [
      'takes an altered entry',
      'seal: a slice that does not verify is refused whole',
      insteadOf(isPush, 422, json(200, { ...anyHead, accepted: 3 })),
    ],
    [
      'stores the sound part of a broken slice',
      'seal: a slice that does not verify is refused whole',
      onAnswer(isHead, (answer) => ({ ...answer, text: answer.text.replace('"seq":0', '"seq":1') })),
    ],
    [
      'overlooks a gap',
      'seal: a gap inside a slice is refused',
      insteadOf(isPush, 422, json(200, { ...anyHead, accepted: 2 })),
    ],
    [
      'refuses an erased payload',
      'seal: an erased payload still verifies',
      onAnswer(isPush, (answer, request) => (isErased(request) ? refusal(422, 'broken_chain') : answer)),
    ],
    [
      'takes an erased entry for another one',
      'seal: an entry that was erased meanwhile is the same entry',
      onAnswer(isPush, (answer, request) => (isErased(request) ? refusal(409, 'fork') : answer)),
    ],
    [
      'refuses a type that it does not know',
      'form: types and versions that nobody knows are stored',
      {
        request: (request) =>
          entriesIn(request).some(({ type }) => type !== 'conformance.noted')
            ? refusal(400, 'invalid_input')
            : {},
      },
    ],
    [
      'composes letters',
      'form: every text comes back as it was sent',
      onAnswer(isPage, (answer) => ({ ...answer, text: answer.text.normalize('NFC') })),
    ],
    [
      'loses U+0000',
      'form: every text comes back as it was sent',
      onAnswer(isPage, (answer) => ({ ...answer, text: answer.text.replaceAll('\\u0000', '') })),
    ],
    [
      'does not say what is wrong',
      'form: what is no entry is refused with its path',
      insteadOf(isPush, 400, refusal(400, 'invalid_input')),
    ],
    [
      'fails over a broken body',
      'form: what is no push is refused',
      insteadOf(isPush, 400, refusal(500, 'internal')),
    ],
    [
      'gives a log back from its end',
      'log pages: give a log back in order, a page at a time',
      onEntries(isPage, (entries) => entries.toReversed()),
    ],
    [
      'drops an entry of a log',
      'log pages: give a log back in order, a page at a time',
      onEntries(isPage, (entries) => entries.filter(({ seq }) => seq !== 2)),
    ],
    [
      'ignores the limit of a page',
      'log pages: give a log back in order, a page at a time',
      withoutQuery('limit', isPage),
    ],
    [
      'gives a hundred where no limit is given',
      'log pages: hold 500 where no limit is given',
      onEntries(isPage, (entries) => entries.slice(0, 100)),
    ],
    [
      'has no page of an unknown log',
      'log pages: of an unknown log are empty',
      onAnswer(isPage, () => refusal(404, 'not_found')),
    ],
    ['takes any limit', 'log pages: a limit out of range is refused', withoutQuery('limit', isPage)],
    [
      'counts what was returned before',
      'returned: takes entries of other logs once, in any order',
      taken((entries) => entries.length),
    ],
    [
      'loses what was returned',
      'returned: takes entries of other logs once, in any order',
      onEntries(isFeed, () => []),
    ],
    [
      'takes what was returned altered',
      'returned: each entry is judged by its own seal',
      taken((entries) => entries.length),
    ],
    [
      'refuses a whole return for one altered entry',
      'returned: each entry is judged by its own seal',
      insteadOf(isReturn, 200, refusal(422, 'broken_chain')),
    ],
    [
      'counts what was pushed before',
      'returned: what is held already is passed over, and a later push of its log too',
      taken((entries) => entries.length),
    ],
    [
      'takes another branch’s entries back',
      'returned: what is another branch’s is passed over',
      withKey(otherKey, isReturn),
    ],
    [
      'takes a return of nothing',
      'returned: what is no batch is refused',
      insteadOf(isReturn, 400, json(200, { taken: 0 })),
    ],
    [
      'gives the feed in an order of its own',
      'feed: gives what arrived in the order of arrival',
      onEntries(isFeed, (entries) => entries.toSorted((a, b) => (a.log < b.log ? -1 : 1) || a.seq - b.seq)),
    ],
    [
      'repeats an entry of the feed',
      'feed: gives what arrived in the order of arrival',
      onEntries(isFeed, ([first, ...rest]) => (first === undefined ? [] : [first, first, ...rest])),
    ],
    [
      'calls every cursor a restart',
      'feed: a cursor may be used again and gives the same',
      onFeed((page) => ({ ...page, isRestart: true })),
    ],
    [
      'gives every caller its own entries',
      'feed: leaves the caller’s own entries out and goes past them',
      withoutQuery('exceptLog', isFeed),
    ],
    [
      'begins again and does not say so',
      'feed: begins again for a cursor that it does not know',
      onFeed((page) => ({ ...page, isRestart: false })),
    ],
    [
      'gives nothing for a cursor that it does not know',
      'feed: begins again for a cursor that it does not know',
      onFeed((page) => ('isRestart' in page && page.isRestart ? { ...page, entries: [] } : page)),
    ],
    [
      'never says that there is more',
      'feed: holds no more than was asked for',
      onFeed((page) => ({ ...page, hasMore: false })),
    ],
    [
      'ignores the limit of the feed',
      'feed: holds no more than was asked for',
      withoutQuery('limit', isFeed),
    ],
    ['shows a branch what is another’s', 'feed: holds nothing of another branch', withKey(otherKey, isFeed)],
    ['accepts one slice three times', 'at once: the same slice from two sides is stored once', allAccepted],
    [
      'puts an entry before a cursor',
      'at once: a reader misses nothing while 20 logs are pushed',
      onEntries(isFeed, (entries, { query }) =>
        query.get('limit') === '13' && entries.length > 0 && swallowed() ? entries.slice(1) : entries,
      ),
    ],
    [
      'answers a look-up with a list alone',
      'consumers: answers with a list of cards',
      insteadOf(isLookUp, 200, json(200, [])),
    ],
    [
      'finds nobody',
      'consumers: finds a card by each of its numbers and by name',
      insteadOf(isLookUp, 200, json(200, { consumers: [] })),
    ],
    [
      'has a web page for what is too large',
      'limits: a body that is far too large is refused in the shape of every refusal',
      insteadOf(isPush, 400, textOnly(413)),
    ],
    [
      'has a web page for who asks too often',
      'limits: too many requests are refused in the shape of every refusal',
      { request: () => (late() ? textOnly(429) : {}) },
    ],
  ];
}
