import { type DeadlineRule, defaultRule } from '../rules/deadline-rule.ts';

export function ruleOf(
  amount: number,
  unit: DeadlineRule['unit'],
  change: Partial<DeadlineRule> = {},
): DeadlineRule {
  return { ...defaultRule, amount, unit, ...change };
}
