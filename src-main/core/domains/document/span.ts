import type { Span } from './day-report.repo.ts';

export function isIn({ from, until }: Span, at: string): boolean {
  return at >= from && at < until;
}
