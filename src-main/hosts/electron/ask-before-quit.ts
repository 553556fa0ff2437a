import { dialog } from 'electron';
import { z } from 'zod';
import type { Core } from '../../core/core.ts';

const pendingSchema = z.object({
  crm: z.object({ state: z.string(), unsent: z.int() }),
  printer: z.object({ waiting: z.int() }),
});

/**
 * Says what would wait until the next start, and asks whether to end all the same. Nothing of it would be lost, so
 * where nothing waits, or nobody can tell, nothing is asked.
 */
export async function mayQuit(core: Core): Promise<boolean> {
  const caller = { audience: 'staff', window: 'shell' } as const;
  const answer = await core.dispatch(caller, 'system.connection', { input: {} });
  const pending = answer.ok ? pendingSchema.safeParse(answer.value).data : undefined;
  const waiting = pending === undefined ? [] : sentences(pending);
  if (waiting.length === 0) return true;
  const { response } = await dialog.showMessageBox({
    type: 'question',
    title: 'Banko kapatılıyor',
    message: 'Bekleyen işler var. Banko yine de kapatılsın mı?',
    detail: waiting.join('\n'),
    buttons: ['Kapat', 'Vazgeç'],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  });
  return response === 0;
}

function sentences({ crm, printer }: z.infer<typeof pendingSchema>): readonly string[] {
  return [
    // Without a CRM there is nobody whom anything could still be sent to.
    ...(crm.unsent === 0 || crm.state === 'not_configured'
      ? []
      : [
          `${crm.unsent} kayıt henüz CRM’e gönderilmedi. Kayıtlar bu bilgisayarda saklı; Banko yeniden açılınca kendiliğinden gönderilir.`,
        ]),
    ...(printer.waiting === 0
      ? []
      : [`${printer.waiting} belge yazdırılmayı bekliyor; yeniden yazdırmak için Çıktılar’a bakın.`]),
  ];
}
