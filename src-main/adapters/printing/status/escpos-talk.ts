import { type Condition, conditions, type PrinterTalk } from './printer-talk.ts';

const dle = 0x10;
const eot = 0x04;
const offlineCause = 2;
const paperSensor = 4;

/** Epson's real-time status (`DLE EOT`), and `GS r`, which the printer comes to when all before it is printed. */
export const escposTalk: PrinterTalk = {
  question: Uint8Array.of(dle, eot, offlineCause, dle, eot, paperSensor),
  read: (answer) => {
    // By their fixed bits, so that what a printer says unasked is not taken for an answer.
    const [cause, paper] = answer.filter((byte) => (byte & 0x93) === 0x12);
    return cause === undefined || paper === undefined ? undefined : judge(cause, paper);
  },
  last: { question: Uint8Array.of(0x1d, 0x72, 1), isAnswer: (byte) => (byte & 0x90) === 0 },
};

function judge(cause: number, paper: number): Condition {
  const trouble =
    (cause & 0x04) !== 0
      ? conditions.coverOpen
      : (paper & 0x60) !== 0 || (cause & 0x20) !== 0
        ? conditions.paperOut
        : (cause & 0x40) !== 0
          ? conditions.fault
          : null;
  return { trouble, note: (paper & 0x0c) !== 0 ? conditions.paperLow : '' };
}
