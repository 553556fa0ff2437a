import type { Topic } from '../../src-shared/rules/catalogue.ts';
import { foldTurkish } from '../../src-shared/text/fold.ts';

// Turkish puts its endings behind the word ("kesintisi", "direğin"), so a typed word may outrun the stem
// that the catalogue holds. Shorter stems than this would match by accident.
const shortestStem = 4;

/**
 * The topics that a clerk may choose, best match of `query` first. Every typed word must be found in the
 * label or in one keyword; a word found at the start of the label weighs most. Without a query: all, in the
 * catalogue's order. Retired topics are never offered.
 */
export function rankTopics(topics: readonly Topic[], query: string): readonly Topic[] {
  const offered = topics.filter((topic) => topic.retiredAt === undefined);
  const words = foldTurkish(query).split(' ').filter(Boolean);
  if (words.length === 0) return offered;
  return offered
    .map((topic) => ({ topic, score: scoreTopic(topic, words) }))
    .filter((ranked) => ranked.score > 0)
    .toSorted((a, b) => b.score - a.score)
    .map((ranked) => ranked.topic);
}

function scoreTopic(topic: Topic, words: readonly string[]): number {
  const label = foldTurkish(topic.label).split(' ');
  const keywords = topic.keywords.flatMap((keyword) => foldTurkish(keyword).split(' '));
  const scores = words.map((word) => scoreWord(word, label, keywords));
  return scores.includes(0) ? 0 : scores.reduce((total, score) => total + score, 0);
}

function scoreWord(word: string, label: readonly string[], keywords: readonly string[]): number {
  if (label[0]?.startsWith(word)) return 12;
  if (label.some((part) => part.startsWith(word))) return 9;
  if (keywords.includes(word)) return 8;
  if (keywords.some((part) => part.startsWith(word))) return 6;
  if ([...label, ...keywords].some((part) => part.length >= shortestStem && word.startsWith(part))) return 3;
  return label.some((part) => part.includes(word)) ? 1 : 0;
}
