import type { BranchConnection } from '../../../../src-shared/contract/branch.ts';
import { fail, succeed } from '../../../../src-shared/contract/errors.ts';
import type { systemContract } from '../../../../src-shared/contract/system.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { backUp } from '../../db/backup.ts';
import type { OpenStore } from '../../db/open.ts';
import { type Handlers, userOf } from '../../handler.ts';
import { verifyLedger } from '../../ledger/verify.ts';
import type { Clock, Ids, Logger, SampleGateway } from '../../ports.ts';
import { rebuildProjections } from '../../projections/project.ts';
import { sampleUsers } from '../../sample/sample-users.ts';
import type { Sealer } from '../../seal-port.ts';
import type { UpstreamLink } from '../../sync/upstream-link.ts';
import { printerStanding } from '../print/printer-standing.ts';
import { sealEnds } from '../seal/seal-document.ts';
import { readDocument, readLocal, unreadableDocuments } from '../settings/settings.repo.ts';
import { hashUser } from '../settings/users.service.ts';
import { countInQueue } from '../ticket/ticket.repo.ts';
import { today } from '../ticket/ticket-services.ts';
import { connectionOf } from './connection.ts';
import { defaultCategories, defaultPolicy } from './defaults.ts';
import { loadSample } from './load-sample.ts';
import { acknowledgeNotices } from './notices.ts';
import { isSetUp, setUpWorkplace } from './set-up.ts';

export type SystemServices = {
  readonly store: OpenStore;
  readonly backupFolder: string;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Logger;
  readonly catalogue: Catalogue;
  readonly link: UpstreamLink;
  readonly sampleGateway: SampleGateway;
  readonly sealer: Sealer;
  readonly version: string;
  readonly retrySync: () => void;
  readonly branchConnection: () => BranchConnection;
};

type Method = Exclude<keyof typeof systemContract, `recovery.${string}`>;

export function systemService(services: SystemServices): Handlers<Method> {
  const { store, clock, ids, version } = services;
  const { db } = store;

  return {
    'system.state': async () => {
      const workstation = await readLocal(db, 'workstation');
      return succeed({
        phase: workstation === undefined ? 'first_run' : 'ready',
        trouble: null,
        version,
        branch: (await readDocument(db, 'branch')) ?? null,
        desk: workstation?.desk ?? null,
        desks: (await readDocument(db, 'desks')) ?? [],
        isSample: workstation?.isSample ?? false,
        unreadable: [...(await unreadableDocuments(db))],
      });
    },

    'system.connection': async () => {
      return succeed({
        crm: await connectionOf(db, services.link, clock.now()),
        printer: await printerStanding(db),
        branch: services.branchConnection(),
        sealEnds: await sealEnds(db, clock.now()),
        queueLength: await countInQueue(db, today(clock), 'waiting'),
      });
    },

    'system.setUp': async (context, input) => {
      const administrator = await hashUser(ids.uuid(), { ...input.administrator, role: 'administrator' });
      const desk = { deskCode: input.desk.code, deskName: input.desk.name };
      return context.write(async (work) => {
        if (await isSetUp(work.trx)) return fail('already_set_up');
        await setUpWorkplace(
          work,
          {
            branch: input.branch,
            desks: [desk],
            rooms: [],
            units: [],
            categories: defaultCategories,
            policy: defaultPolicy,
            desk,
            workstationNo: input.workstationNo,
            users: [administrator],
            isSample: false,
          },
          version,
        );
        return succeed({});
      });
    },

    'system.loadSample': async (context) => {
      // Refused before the gateway starts, yet in the unit of work, where a replay gets its first answer.
      const loaded = (await isSetUp(db))
        ? await context.write<null>(async () => fail('already_set_up'))
        : await loadSample(services, context);
      if (!loaded.ok) return loaded;
      services.retrySync();
      return succeed({});
    },

    'system.sampleUsers': async () => {
      const workstation = await readLocal(db, 'workstation');
      return succeed({ users: workstation?.isSample === true ? [...sampleUsers] : [] });
    },

    'system.verifyLedger': async () => succeed(await verifyLedger(db)),

    'system.acknowledgeNotice': async (context, { at }) =>
      context.write(async (work) => {
        const acknowledged = { at: new Date(clock.now()).toISOString(), by: userOf(context).id };
        if (await acknowledgeNotices(work.trx, at, acknowledged)) work.touch('connection');
        return succeed({});
      }),

    'system.rebuild': async (context) =>
      context.write(async (work) => {
        await rebuildProjections(work.trx);
        for (const topic of ['applications', 'queue', 'consumers', 'settings', 'prints'] as const)
          work.touch(topic);
        return succeed({});
      }),

    'system.backUp': async () => succeed({ file: await backUp(store, services.backupFolder, clock.now()) }),
  };
}
