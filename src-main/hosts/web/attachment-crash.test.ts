import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { addFile, aPdf, readFile } from '../../testing/attachments.ts';
import { type HostProcess, startHost } from '../../testing/crash/web-host-process.ts';
import { createSeeded, seedOfRun } from '../../testing/seeded.ts';
import { anApplication } from '../../testing/workplace.ts';
import { programOf } from './testing/program.ts';
import { makeDataDir } from './testing/spawn-web-host.ts';

const administrator = { username: 'yonetici', password: 'yonetici-parolasi' };
const kills = 12;

let folder: ReturnType<typeof makeDataDir>;
let host: HostProcess;

beforeEach(async () => {
  folder = makeDataDir();
  host = await startHost(programOf('web-host'), folder.path);
});
afterEach(async () => {
  await host.kill();
  folder.remove();
});

async function ok(method: string, input: object): Promise<unknown> {
  const answer = await host.call(method, crypto.randomUUID(), input);
  if (answer?.ok !== true) throw new Error(`${method}: ${JSON.stringify(answer)}`);
  return answer.value;
}

/** As the screen calls; a process that is gone is an answer too. */
const caller = {
  call: (async (method: string, input: object) =>
    (await host.call(method, crypto.randomUUID(), input)) ?? {
      ok: false,
      error: { code: 'internal', message: 'gone' },
    }) as Parameters<typeof addFile>[0]['call'],
};

async function restart(): Promise<void> {
  await host.kill();
  host = await startHost(programOf('web-host'), folder.path);
  await ok('session.signIn', administrator);
}

test(`a file that was accepted is whole after each of ${kills} kills, and one that was cut is taken at the next try`, async () => {
  await ok('system.setUp', {
    branch: { code: '26', name: 'Merkez' },
    desk: { code: 'B1', name: 'Banko 1' },
    workstationNo: 1,
    administrator: { ...administrator, displayName: 'Deniz Yönetici', pin: '9999' },
  });
  await ok('session.signIn', administrator);
  const { applicationId } = z
    .looseObject({ applicationId: z.string() })
    .parse(await ok('application.register', anApplication()));
  const target = { kind: 'application', applicationId } as const;
  const seed = seedOfRun();
  const random = createSeeded(seed);
  const accepted = new Map<string, Buffer>();
  let cut = 0;

  for (let round = 0; round < kills; round += 1) {
    const file = { name: `belge-${round}.pdf`, content: aPdf(600_000 + round) };
    const adding = addFile(caller, target, file);
    // The first at once, so that one at least is cut.
    await setTimeout(round === 0 ? 0 : Math.floor(random.next() * 80));
    await restart();
    const first = await adding;
    if (!first.ok) cut += 1;
    const added = first.ok ? first : await addFile(caller, target, file);
    // Accepted, and only the answer was lost: then it is there already.
    if (!added.ok) expect(added.error.code).toBe('attachment_twice');
    const list = await caller.call('attachment.list', { applicationId });
    if (!list.ok) throw new Error('The list was refused');
    const row = list.value.attachments.find(({ name }) => name === file.name);
    accepted.set(row?.id ?? '', file.content);
    expect(list.value.attachments, `seed ${seed}`).toHaveLength(round + 1);
  }

  for (const [id, content] of accepted)
    expect(await readFile(caller, id)).toEqual({ ok: true, value: content });
  expect(cut).toBeGreaterThan(0);
});
