import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { StartRefusal } from '../program/start-refusal.ts';

/** Asks whoever starts the hub, a line for an answer; a script may pipe the answers in. */
export type Console = {
  readonly ask: (question: string) => Promise<string>;
  /** What is typed is not shown. */
  readonly askSecret: (question: string) => Promise<string>;
  readonly say: (sentence: string) => void;
  readonly close: () => void;
};

/** Standard output is for the ready line; whoever reads it must not meet a question there. */
export function openConsole(): Console {
  let isHidden = false;
  const shown = new Writable({
    write: (chunk, _encoding, done) => {
      if (!isHidden) process.stderr.write(chunk);
      done();
    },
  });
  const lines = createInterface({
    input: process.stdin,
    output: shown,
    terminal: process.stdin.isTTY === true,
  });
  const typed = lines[Symbol.asyncIterator]();
  const giveUp = () => lines.close();
  // A terminal in raw mode sends Ctrl+C as a key.
  lines.on('SIGINT', giveUp);
  process.on('SIGTERM', giveUp);

  async function ask(question: string): Promise<string> {
    process.stderr.write(`${question}: `);
    const { value, done } = await typed.next();
    if (done === true) throw new StartRefusal(`Yanıt verilmedi: ${question}`);
    return String(value).trim();
  }

  return {
    ask,
    askSecret: async (question) => {
      isHidden = true;
      try {
        return await ask(question);
      } finally {
        isHidden = false;
        process.stderr.write('\n');
      }
    },
    say: (sentence) => void process.stderr.write(`${sentence}\n`),
    close: () => {
      process.off('SIGTERM', giveUp);
      lines.close();
    },
  };
}
