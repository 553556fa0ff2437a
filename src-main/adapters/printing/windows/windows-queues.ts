import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { PrintOutcome, QueueJobFate } from '../../../core/ports.ts';
import type { QueueJob, SystemQueues } from '../system-queues.ts';
import { powerShell, type RunPowerShell, runPowerShell } from './powershell.ts';
import { jobScript, listScript, printToScript, rawScript, resumeScript } from './scripts.ts';

/** Prints a PDF without asking anybody. */
export type PrintPdf = (queue: string, job: QueueJob) => Promise<PrintOutcome>;

const printerSchema = z.object({ name: z.string(), status: z.string(), isDefault: z.boolean() });
/** PowerShell writes a list of one as the one. */
const listSchema = z.union([z.array(printerSchema), printerSchema.transform((one) => [one])]);
const fateSchema = z.object({ job: z.string().nullable(), printer: z.string() });

const noAnswer =
  'Windows yazdırma hizmeti yanıt vermiyor. Yazıcının adını ve hizmetin açık olduğunu denetleyin.';
const noPdfProgram =
  'Bu bilgisayarda PDF’yi yazıcıya gönderebilen bir program yok. Belgeyi açıp yazdırın ya da Banko’nun masaüstü sürümünü kullanın.';

/** Names of `PrinterStatus` and `JobStatus`, the first that is true. */
const troubles: readonly (readonly [RegExp, string])[] = [
  [/PaperOut|PaperProblem/, 'Yazıcıda kâğıt bitti. Kâğıt takın; belge kendiliğinden basılır.'],
  [/PaperJam/, 'Yazıcıda kâğıt sıkıştı. Sıkışan kâğıdı çıkarın; belge kendiliğinden basılır.'],
  [/DoorOpen/, 'Yazıcının kapağı açık. Kapatın; belge kendiliğinden basılır.'],
  [/NoToner/, 'Yazıcının toneri bitti. Değiştirin.'],
  [/Offline|NotAvailable/, 'Yazıcıya ulaşılamıyor. Açık olduğunu ve kablosunu denetleyin.'],
  [/Paused/, 'Yazıcı kuyruğu durdurulmuş. Yazıcıyı denetleyip Ayarlar → Yazıcı’dan kuyruğu sürdürün.'],
  [/Error|UserIntervention/, 'Yazıcı hata bildiriyor. Ekranına bakın.'],
];

/**
 * Queues of the Windows spooler, by PowerShell. Windows forgets a job when it is through, printed or deleted, so
 * nothing is ever confirmed from here. Never run on Windows yet: tested is what is handed to PowerShell and how its
 * answers are read.
 */
export function createWindowsQueues(
  run: RunPowerShell = runPowerShell,
  printPdf: PrintPdf = (queue, job) => printByPrintTo(run, queue, job),
): SystemQueues {
  return {
    print: async (queue, job) => {
      if (job.format === 'pdf') return printPdf(queue, job);
      const env = { BANKO_QUEUE: queue, BANKO_TITLE: job.title };
      const { isOk, stdout } = await run(powerShell(rawScript, env), job.bytes);
      return isOk && /^\d+$/.test(stdout)
        ? { ok: true, isConfirmed: false, note: '', queueJob: stdout }
        : { ok: false, reason: noAnswer };
    },

    follow: async (queue, queueJob): Promise<QueueJobFate> => {
      const answer = await run(powerShell(jobScript, { BANKO_QUEUE: queue, BANKO_JOB: queueJob }));
      const fate = answer.isOk ? fateSchema.safeParse(parseJson(answer.stdout)).data : undefined;
      if (fate === undefined) return { state: 'waiting', trouble: noAnswer };
      if (fate.job === null) return { state: 'unknown' };
      return { state: 'waiting', trouble: troubleIn(`${fate.job} ${fate.printer}`) };
    },

    list: async () => {
      const { isOk, stdout } = await run(powerShell(listScript));
      const found = isOk ? listSchema.safeParse(parseJson(stdout)).data : undefined;
      if (found === undefined) return { queues: [], queuesTrouble: noAnswer };
      const queues = found.map(({ name, status, isDefault }) => ({
        ...{ name, isDefault, trouble: troubleIn(status), isStopped: /Paused/.test(status) },
      }));
      return { queues, queuesTrouble: null };
    },

    resume: async (queue) => {
      const { isOk } = await run(powerShell(resumeScript, { BANKO_QUEUE: queue }));
      return isOk
        ? { ok: true }
        : {
            ok: false,
            reason:
              'Kuyruk buradan sürdürülemedi. Windows yazıcı penceresinde “Yazdırmayı Duraklat” işaretini kaldırın.',
          };
    },
  };
}

async function printByPrintTo(run: RunPowerShell, queue: string, job: QueueJob): Promise<PrintOutcome> {
  const folder = await mkdtemp(join(tmpdir(), 'banko-'));
  try {
    const file = join(folder, 'belge.pdf');
    await writeFile(file, job.bytes, { mode: 0o600 });
    const { isOk } = await run(powerShell(printToScript, { BANKO_QUEUE: queue, BANKO_FILE: file }));
    return isOk
      ? { ok: true, isConfirmed: false, note: '', queueJob: null }
      : { ok: false, reason: noPdfProgram };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function troubleIn(status: string): string | null {
  return troubles.find(([pattern]) => pattern.test(status))?.[1] ?? null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
