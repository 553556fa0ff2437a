import type { InputOf, Method, OutputOf } from '../../../src-shared/contract/index.ts';
import type { Core } from '../../core/core.ts';
import type { Ids } from '../../core/ports.ts';
import { StartRefusal } from '../program/start-refusal.ts';
import type { Console } from './console.ts';
import type { FirstStep } from './options.ts';

type Call = <M extends Method>(method: M, input: InputOf<M>) => Promise<OutputOf<M>>;

/** The console is a window like any other: who gives a command there signs in first. */
const caller = { audience: 'staff', window: '(console)' } as const;

/** Carries the first steps out, and gives the pairing code where one is shown. */
export async function takeFirstSteps(
  core: Core,
  ids: Ids,
  steps: readonly FirstStep[],
  console: Console,
): Promise<string | undefined> {
  const call: Call = async (method, input) => {
    const result = await core.dispatch(caller, method, { commandId: ids.uuid(), input });
    // Dispatch has parsed the answer with the method's own schema.
    if (result.ok) return result.value as OutputOf<typeof method>;
    const { message, fields = [] } = result.error;
    throw new StartRefusal([message, ...fields.map((field) => field.message)].join(' '));
  };
  const signIn = once(async () => {
    const username = await console.ask('Yöneticinin kullanıcı adı');
    await call('session.signIn', { username, password: await console.askSecret('Parolası') });
  });

  let code: string | undefined;
  try {
    for (const step of steps) {
      if (step.kind === 'set_up') await setUp(call, console);
      else if (step.kind === 'join') await join(call, console, step);
      else await signIn();
      if (step.kind === 'listen_at') await call('branch.setPort', { port: step.port });
      else if (step.kind === 'serve_screens')
        await call('screen.setServer', { isOn: true, port: step.port, host: null });
      else if (step.kind === 'take_over') await call('branch.takeOver', {});
      else if (step.kind === 'pair') code = (await call('branch.showCode', {})).code;
    }
  } finally {
    await call('session.signOut', {});
  }
  return code;
}

async function setUp(call: Call, console: Console): Promise<void> {
  const branch = {
    code: await console.ask('Şube kodu (örnek 26)'),
    name: await console.ask('Şube adı'),
  };
  const administrator = {
    username: await console.ask('Yöneticinin kullanıcı adı'),
    displayName: await console.ask('Yöneticinin adı soyadı'),
    password: await console.askSecret('Yöneticinin parolası'),
    pin: await console.askSecret('Yöneticinin PIN’i'),
  };
  await call('system.setUp', { branch, desk: ownDesk, workstationNo: 99, administrator });
}

async function join(
  call: Call,
  console: Console,
  { host, port }: Extract<FirstStep, { kind: 'join' }>,
): Promise<void> {
  const code = await console.ask('Merkezin gösterdiği kod');
  await call('branch.join', { host, port, code, desk: ownDesk });
}

/** Nobody sits at it; it is what the other PCs call this one. */
const ownDesk = { code: 'M', name: 'Şube merkezi' } as const;

function once(run: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => {
    done ??= run();
    return done;
  };
}
