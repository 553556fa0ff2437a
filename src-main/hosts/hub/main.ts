import { runProgram } from '../program/run-program.ts';
import { StartRefusal } from '../program/start-refusal.ts';
import { parseHubOptions } from './options.ts';
import { runHub } from './run.ts';

runProgram(async () => {
  const parsed = parseHubOptions(process.argv.slice(2));
  if (!parsed.ok) throw new StartRefusal(parsed.sentence);
  return runHub(parsed.options);
});
