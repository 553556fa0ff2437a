import { type branchContract, defaultHubPort } from '../../../../src-shared/contract/branch.ts';
import { fail, succeed } from '../../../../src-shared/contract/errors.ts';
import { fact } from '../../../../src-shared/ledger/entry-types.ts';
import { formatPairingCode } from '../../../../src-shared/text/pairing-code.ts';
import { branchHub, branchPcs, selfOf } from '../../branch/branch.repo.ts';
import type { Branch } from '../../branch/branch.ts';
import type { ShownCode } from '../../branch/pairing-desk.ts';
import type { Context, Handlers } from '../../handler.ts';
import type { Lan } from '../../lan-port.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import type { Clock } from '../../ports.ts';
import type { Writer } from '../../write.ts';
import { readLocal, saveLocal } from '../settings/settings.repo.ts';
import { joinBranch } from './join-branch.ts';
import { appointHub, continuationOf, takeOver } from './take-over.ts';

type Services = {
  readonly db: Reader;
  readonly writer: Writer;
  readonly branch: Branch;
  readonly lan: Lan;
  readonly clock: Clock;
  readonly version: string;
};

const findForMs = 2_000;

export function branchService(services: Services): Handlers<keyof typeof branchContract> {
  const { db, branch, lan } = services;

  function shownCode({ code, expiresAt }: ShownCode) {
    return { code: formatPairingCode(code), expiresAt: new Date(expiresAt).toISOString() };
  }

  /** The first code of a branch makes the PC that shows it the hub, and its own key one that the others trust. */
  async function becomeFirstHub(context: Context) {
    return context.write(async (work) => {
      if ((await branchHub(work.trx)) !== undefined) return succeed({});
      const self = await selfOf(work.trx);
      const fingerprint = await lan.fingerprint();
      const { name, workstationNo } = self;
      await work.append(fact({ kind: 'pc', id: fingerprint }, 'pc.trusted', { name, workstationNo }));
      await appointHub(work, { ...self, fingerprint, epoch: 1 });
      return succeed({});
    });
  }

  /** Asked before the branch gets a hub that nobody could reach. */
  async function canListen(): Promise<boolean> {
    try {
      const listener = await lan.listen({
        port: (await readLocal(db, 'hubPort')) ?? defaultHubPort,
        self: await selfOf(db),
        isTrusted: () => false,
        answer: async () => null,
        pairingCode: () => null,
        onPaired: async () => {},
        onWrongCode: () => {},
      });
      await listener.close();
      return true;
    } catch (error) {
      if (error instanceof Error && 'code' in error) return false;
      throw error;
    }
  }

  return {
    'branch.state': async () => {
      const role = branch.role();
      const own = role.kind === 'alone' ? undefined : await lan.fingerprint();
      const connected = new Set(role.kind === 'hub' ? (role.server?.connected() ?? []) : []);
      if (role.kind === 'joined' && role.pc.link.state() === 'connected') connected.add(role.hub.fingerprint);
      const code = branch.desk.shown();
      return succeed({
        connection: branch.connection(),
        pcs: (await branchPcs(db)).map((pc) => ({
          ...pc,
          isSelf: pc.fingerprint === own,
          isHub: role.kind !== 'alone' && pc.fingerprint === role.hub.fingerprint,
          isConnected: pc.fingerprint === own || connected.has(pc.fingerprint),
        })),
        port: (await readLocal(db, 'hubPort')) ?? defaultHubPort,
        hosts: [...lan.hosts()],
        code: code && { ...shownCode(code), triesLeft: code.triesLeft },
        takeOver: await continuationOf(services),
      });
    },

    'branch.showCode': async (context) => {
      if (branch.role().kind === 'alone' && !(await canListen())) return fail('port_taken');
      const made = await becomeFirstHub(context);
      if (!made.ok) return made;
      await branch.reviewed();
      if (branch.connection().trouble !== null) return fail('port_taken');
      return succeed({
        ...shownCode(branch.desk.shown() ?? branch.desk.show()),
        hosts: [...lan.hosts()],
        port: (await readLocal(db, 'hubPort')) ?? defaultHubPort,
      });
    },

    'branch.hideCode': async () => {
      branch.desk.hide();
      return succeed({});
    },

    'branch.find': async () => {
      const found = await lan.find(findForMs);
      return succeed({
        hubs: found.map(({ self, address, fingerprint }) => ({ ...self, ...address, fingerprint })),
      });
    },

    'branch.join': async (context, input) => {
      const isSetUp = (await readLocal(db, 'workstation')) !== undefined;
      if (isSetUp && context.session === null) return fail('not_signed_in');
      if (isSetUp && context.session?.user.role !== 'administrator') return fail('forbidden');
      if (isSetUp && context.session?.isLocked === true) return fail('locked');
      const role = branch.role();
      // One whose pairing was withdrawn joins again by a new code.
      const isCastOut = role.kind === 'joined' && role.pc.link.state() === 'not_trusted';
      if (role.kind !== 'alone' && !isCastOut) return fail('already_joined');
      const joined = await joinBranch(services, context, input);
      if (joined.ok) await branch.reviewed();
      return joined;
    },

    'branch.takeOver': async (context) => {
      const taken = await takeOver(services, context);
      if (taken.ok) await branch.reviewed();
      return taken;
    },

    'branch.withdraw': async (context, { fingerprint }) =>
      context.write(async (work) => {
        const pc = (await branchPcs(work.trx)).find((known) => known.fingerprint === fingerprint);
        if (pc === undefined) return fail('not_found');
        if (fingerprint === (await branchHub(work.trx))?.fingerprint)
          return fail('invalid_input', [
            {
              path: 'fingerprint',
              message: 'Merkezin eşleştirmesi kaldırılamaz; önce başka bir bilgisayarı merkez yapın.',
            },
          ]);
        if (pc.withdrawnAt === null)
          await work.append(fact({ kind: 'pc', id: fingerprint }, 'pc.withdrawn', {}));
        return succeed({});
      }),

    'branch.setPort': async (context, { port }) => {
      const saved = await context.write(async (work) => {
        await saveLocal(work.trx, 'hubPort', port);
        work.touch('connection');
        return succeed({});
      });
      if (saved.ok) await branch.reviewed();
      return saved;
    },
  };
}
