import type { Workplace } from './workplace.ts';

type Answer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: unknown };

/** A call over the web host's wire, to arrange what a test is not about. */
export async function callHost(
  workplace: Pick<Workplace, 'url' | 'token'>,
  method: string,
  input: unknown,
  window = 'arranging',
): Promise<unknown> {
  const response = await fetch(`${workplace.url}rpc/${method}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${workplace.token}`,
      'content-type': 'application/json',
      'x-banko-window': window,
    },
    body: JSON.stringify({ commandId: crypto.randomUUID(), input }),
  });
  const answer: Answer = JSON.parse(await response.text());
  if (!answer.ok) throw new Error(`${method} was refused: ${JSON.stringify(answer.error)}`);
  return answer.value;
}

export const administrator = {
  username: 'deniz',
  displayName: 'Deniz Yönetici',
  password: 'deniz-parolasi-uzun',
  pin: '9071',
};

/** A real workplace without sample data, its administrator signed in on the wire. */
export async function setUpWorkplace(workplace: Workplace): Promise<void> {
  await callHost(workplace, 'system.setUp', {
    branch: { code: '26', name: 'Eskişehir Merkez' },
    desk: { code: 'B1', name: 'Banko 1' },
    workstationNo: 1,
    administrator,
  });
  const { username, password } = administrator;
  await callHost(workplace, 'session.signIn', { username, password });
}
