import type { Check } from './check.ts';
import type { Target } from './target.ts';

export type Outcome = {
  readonly name: string;
  readonly result: 'passed' | 'failed' | 'not_checked';
  /** Why it failed or was not checked; '' where it passed. */
  readonly reason: string;
};

/** Makes the checks one after the other, each whatever became of the others, and prints a line for each. */
export async function runChecks(
  checks: readonly Check[],
  target: Target,
  print: (line: string) => void,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const check of checks) {
    const outcome = await outcomeOf(check, target);
    outcomes.push(outcome);
    print(`${marks[outcome.result]} ${check.name} (${check.clause})`);
    if (outcome.result === 'failed') print(`    ${outcome.reason}`);
    if (outcome.result === 'not_checked') print(`    not checked: ${outcome.reason}`);
  }
  const count = (result: Outcome['result']) => outcomes.filter((outcome) => outcome.result === result).length;
  print(`${count('passed')} passed, ${count('failed')} failed, ${count('not_checked')} not checked.`);
  return outcomes;
}

const marks = { passed: '✓', failed: '✗', not_checked: '–' } as const;

async function outcomeOf({ name, run }: Check, target: Target): Promise<Outcome> {
  try {
    const without = await run(target);
    return without === undefined
      ? { name, result: 'passed', reason: '' }
      : { name, result: 'not_checked', reason: without.notChecked };
  } catch (error) {
    return { name, result: 'failed', reason: error instanceof Error ? reasonOf(error) : String(error) };
  }
}

/** `fetch failed` alone says nothing; the cause does. */
function reasonOf({ message, cause }: Error): string {
  return cause instanceof Error ? `${message}: ${cause.message}` : message;
}
