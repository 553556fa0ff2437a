import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import {
  type DeskPcArgs,
  type Round,
  roundSchema,
  type State,
  stateSchema,
  type Work,
} from './desk-pc-work.ts';

export type DeskPc = {
  readonly state: () => State;
  readonly work: (work: Work) => Promise<Round>;
  readonly stop: () => Promise<void>;
};

const script = join(import.meta.dirname, 'desk-pc.ts');
/**
 * Starts a desk's PC and waits until it has joined.
 * @param inside what runs a program in another network, such as `ip netns exec <name>`
 */
export async function startDeskPc(args: DeskPcArgs, inside: readonly string[] = []): Promise<DeskPc> {
  const [program = process.execPath, ...rest] = [...inside, process.execPath];
  const child = spawn(program, [...rest, script, JSON.stringify(args)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  let state: State = 'connecting';
  let onRound: (round: Round) => void = () => {};
  createInterface({ input: child.stdout }).on('line', (line) => {
    const said = stateSchema.or(roundSchema).parse(JSON.parse(line));
    if ('state' in said) state = said.state;
    else onRound(said);
  });

  function nextRound(): Promise<Round> {
    return new Promise((resolve, reject) => {
      onRound = resolve;
      void ended.then((code) => reject(new Error(`A desk's PC ended with ${code}`)));
    });
  }

  // It says an empty one when it has joined.
  await nextRound();
  return {
    state: () => state,
    work: async (work) => {
      const round = nextRound();
      child.stdin.write(`${JSON.stringify(work)}\n`);
      return round;
    },
    stop: async () => {
      child.kill();
      await ended;
    },
  };
}
