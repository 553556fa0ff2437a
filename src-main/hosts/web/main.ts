import { runProgram } from '../program/run-program.ts';
import { StartRefusal } from '../program/start-refusal.ts';
import { parseOptions } from './options.ts';
import { runWebHost } from './run.ts';

runProgram(async () => {
  const parsed = parseOptions(process.argv.slice(2));
  if (!parsed.ok) throw new StartRefusal(parsed.sentence);
  return runWebHost(parsed.options);
});
