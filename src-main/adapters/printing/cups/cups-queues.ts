import type { PrintOutcome, QueueJobFate } from '../../../core/ports.ts';
import type { QueueJob, SystemQueues } from '../system-queues.ts';
import { askCups, type CupsAddress, findCups } from './cups-server.ts';
import { isStopped, jobStates, troubleOf } from './cups-words.ts';
import type { IppAnswer, IppAttribute, IppAttributes } from './ipp.ts';

const operations = {
  printJob: 0x0002,
  getJobAttributes: 0x0009,
  getPrinterAttributes: 0x000b,
  resumePrinter: 0x0011,
  getDefault: 0x4001,
  getPrinters: 0x4002,
} as const;
const firstError = 0x0400;
const notFound = 0x0406;
/** In CUPS's answer: nothing to tell of, such as no default queue. */
const isOk = (answer: IppAnswer | undefined): answer is IppAnswer =>
  answer !== undefined && answer.status < firstError;

const noServer =
  'Bu bilgisayarın yazdırma servisi (CUPS) yanıt vermiyor. Kurulu ve açık olduğunu denetleyin.';
const refused = 'Yazıcı kuyruğu işi kabul etmedi. Kuyruğun adını ve açık olduğunu denetleyin.';
const unknownQueue = 'Bu adla bir yazıcı kuyruğu yok. Ayarlar → Yazıcı’dan kuyruğu yeniden seçin.';

/** Queues of CUPS, asked in its own language (IPP): it says of every job what became of it. */
export function createCupsQueues(address: () => CupsAddress = findCups): SystemQueues {
  const ask = (
    path: string,
    operation: number,
    attributes: readonly IppAttribute[],
    more: Partial<Extra> = {},
  ) => askCups(address(), path, { operation, attributes: [...begin, ...attributes], ...more });

  async function printer(queue: string): Promise<IppAttributes | undefined> {
    const answer = await ask('/', operations.getPrinterAttributes, [
      queueUri(queue),
      wants('printer-state', 'printer-state-reasons', 'printer-state-message', 'printer-is-accepting-jobs'),
    ]);
    return isOk(answer) ? groupsOf(answer, 'printer')[0] : undefined;
  }

  return {
    print: async (queue, job) => {
      const answer = await ask(pathOf(queue), operations.printJob, [queueUri(queue), user, ...namesOf(job)], {
        jobAttributes: job.format === 'pdf' ? onA4 : [],
        document: job.bytes,
      });
      return outcomeOf(answer);
    },

    follow: async (queue, queueJob): Promise<QueueJobFate> => {
      const answer = await ask('/', operations.getJobAttributes, [
        queueUri(queue),
        { tag: 'integer', name: 'job-id', values: [Number(queueJob)] },
        user,
        wants('job-state', 'job-state-reasons'),
      ]);
      if (answer?.status === notFound) return { state: 'unknown' };
      const job = isOk(answer) ? groupsOf(answer, 'job')[0] : undefined;
      if (job === undefined) return { state: 'waiting', trouble: noServer };
      switch (job.get('job-state')?.[0]) {
        case jobStates.completed:
          return { state: 'confirmed' };
        case jobStates.canceled:
          return { state: 'failed', reason: 'İş yazıcı kuyruğundan silindi.' };
        case jobStates.aborted:
          return {
            state: 'failed',
            reason: 'Yazıcı kuyruğu işi yarıda bıraktı. Yazıcıyı denetleyip yeniden deneyin.',
          };
        default: {
          const held = await printer(queue);
          return { state: 'waiting', trouble: held === undefined ? null : troubleOf(held) };
        }
      }
    },

    list: async () => {
      const answer = await ask('/', operations.getPrinters, [
        wants(
          'printer-name',
          'printer-state',
          'printer-state-reasons',
          'printer-state-message',
          'printer-is-accepting-jobs',
        ),
      ]);
      if (answer === undefined) return { queues: [], queuesTrouble: noServer };
      const preferred = await ask('/', operations.getDefault, [wants('printer-name')]);
      const [chosen] = preferred === undefined ? [] : groupsOf(preferred, 'printer');
      const queues = groupsOf(answer, 'printer').map((found) => {
        const name = String(found.get('printer-name')?.[0] ?? '');
        const isDefault = chosen?.get('printer-name')?.[0] === name;
        return { name, isDefault, trouble: troubleOf(found), isStopped: isStopped(found) };
      });
      return { queues, queuesTrouble: null };
    },

    resume: async (queue) => {
      const answer = await ask('/admin/', operations.resumePrinter, [queueUri(queue), user]);
      if (isOk(answer)) return { ok: true };
      // Where CUPS wants a password for it, a person of the system has to do it.
      return {
        ok: false,
        reason: `Kuyruk buradan sürdürülemedi. Sistem yöneticisi uçbirimde şunu çalıştırmalı: sudo cupsenable ${queue}`,
      };
    },
  };
}

type Extra = { readonly jobAttributes: readonly IppAttribute[]; readonly document: Uint8Array };

const begin: readonly IppAttribute[] = [
  { tag: 'charset', name: 'attributes-charset', values: ['utf-8'] },
  { tag: 'language', name: 'attributes-natural-language', values: ['en'] },
];
const user: IppAttribute = { tag: 'name', name: 'requesting-user-name', values: ['banko'] };
const onA4: readonly IppAttribute[] = [{ tag: 'keyword', name: 'media', values: ['iso_a4_210x297mm'] }];

function namesOf({ title, format }: QueueJob): readonly IppAttribute[] {
  const type = format === 'raw' ? 'application/vnd.cups-raw' : 'application/pdf';
  return [
    { tag: 'name', name: 'job-name', values: [title] },
    { tag: 'mimeType', name: 'document-format', values: [type] },
  ];
}

const pathOf = (queue: string) => `/printers/${encodeURIComponent(queue)}`;

function queueUri(queue: string): IppAttribute {
  return { tag: 'uri', name: 'printer-uri', values: [`ipp://localhost${pathOf(queue)}`] };
}

function wants(...names: readonly string[]): IppAttribute {
  return { tag: 'keyword', name: 'requested-attributes', values: names };
}

function groupsOf(answer: IppAnswer, kind: 'job' | 'printer'): readonly IppAttributes[] {
  return answer.groups.filter((group) => group.kind === kind).map(({ attributes }) => attributes);
}

function outcomeOf(answer: IppAnswer | undefined): PrintOutcome {
  if (answer === undefined) return { ok: false, reason: noServer };
  if (answer.status === notFound) return { ok: false, reason: unknownQueue };
  const id = isOk(answer) ? groupsOf(answer, 'job')[0]?.get('job-id')?.[0] : undefined;
  return id === undefined
    ? { ok: false, reason: refused }
    : { ok: true, isConfirmed: false, note: '', queueJob: String(id) };
}
