import { z } from 'zod';
import { command, query } from './define.ts';
import { deskCodeField, done, line, nothing } from './fields.ts';

/** `alone`: this PC is its own authority. `hub`: the branch's. `joined`: the hub is another PC. */
export const branchRoles = ['alone', 'hub', 'joined'] as const;

export const hubStates = ['connecting', 'connected', 'unreachable', 'not_trusted'] as const;

/** What every screen shows of the branch's PCs. */
export const branchConnectionSchema = z.strictObject({
  role: z.enum(branchRoles),
  /** Of the hub, on a joined PC. */
  hubName: z.string().nullable(),
  state: z.enum(hubStates).nullable(),
  lostAt: z.iso.datetime().nullable(),
  /** A sentence for the screen; null while all is well. */
  trouble: z.string().nullable(),
});
export type BranchConnection = z.infer<typeof branchConnectionSchema>;

export const branchPcSchema = z.strictObject({
  fingerprint: z.string(),
  name: z.string(),
  workstationNo: z.int(),
  isSelf: z.boolean(),
  isHub: z.boolean(),
  /** As far as this PC knows: the hub sees all, a joined one the hub alone. */
  isConnected: z.boolean(),
  trustedAt: z.iso.datetime(),
  withdrawnAt: z.iso.datetime().nullable(),
});
export type BranchPc = z.infer<typeof branchPcSchema>;

export const foundHubSchema = z.strictObject({
  branchCode: z.string(),
  workstationNo: z.int(),
  name: z.string(),
  host: z.string(),
  port: z.int(),
  fingerprint: z.string(),
});
export type FoundHub = z.infer<typeof foundHubSchema>;

/** Where a hub listens unless an administrator says otherwise. */
export const defaultHubPort = 41_710;
/** How long a code is good, and how many wrong ones end it. */
export const codeMinutes = 10;
export const codeTries = 5;

const overseers = ['supervisor', 'administrator'] as const;
const administrator = ['administrator'] as const;
const host = z
  .string('Merkezin adresi yazılmalı.')
  .trim()
  .regex(/^[\w.:-]{1,60}$/, 'Merkezin adresi yazılmalı. Örnek: 192.168.1.20');
const port = z
  .int('Bağlantı noktası (port) 1024 ile 65535 arasında olmalı.')
  .min(1_024, 'Bağlantı noktası (port) 1024 ile 65535 arasında olmalı.')
  .max(65_535, 'Bağlantı noktası (port) 1024 ile 65535 arasında olmalı.');

/** The PCs of one branch among each other. */
export const branchContract = {
  'branch.state': query({
    access: overseers,
    topics: ['connection', 'settings'],
    input: nothing,
    output: z.strictObject({
      connection: branchConnectionSchema,
      pcs: z.array(branchPcSchema),
      port: z.int(),
      /** Of this PC, to be typed at another one where mDNS finds nothing. */
      hosts: z.array(z.string()),
      code: z
        .strictObject({ code: z.string(), expiresAt: z.iso.datetime(), triesLeft: z.int().nonnegative() })
        .nullable(),
      /** How the numbers would go on if this PC took over now; null where it can't. */
      takeOver: z.enum(['handed_over', 'above_the_last', 'own_lane']).nullable(),
    }),
  }),
  /**
   * Makes this PC the hub where the branch has none yet, and shows the code by which one other PC joins. On a joined
   * PC it is the hub's code, so that a hub without a screen needs none.
   */
  'branch.showCode': command({
    access: administrator,
    authority: 'branch',
    input: nothing,
    output: z.strictObject({
      code: z.string(),
      expiresAt: z.iso.datetime(),
      /** Where the hub is to be found, to be typed at the other PC. */
      hosts: z.array(z.string()),
      port: z.int(),
    }),
  }),
  'branch.hideCode': command({
    access: administrator,
    authority: 'branch',
    input: nothing,
    output: done,
  }),
  /** Hubs that say on the LAN that they are there; takes about two seconds. */
  'branch.find': query({
    access: 'public',
    topics: [],
    input: nothing,
    output: z.strictObject({ hubs: z.array(foundHubSchema) }),
  }),
  /** At the first run instead of setting up, or by an administrator of a PC that is set up already. */
  'branch.join': command({
    access: 'public',
    input: z.strictObject({
      host,
      port,
      code: z
        .string('Merkezin gösterdiği kod yazılmalı.')
        .min(1, 'Merkezin gösterdiği kod yazılmalı.')
        .max(40),
      desk: z.strictObject({ code: deskCodeField, name: line(40, 'Banko adı yazılmalı.') }).nullable(),
    }),
    output: done,
  }),
  /** This PC becomes the hub: of one that hands over, or of one that is lost. */
  'branch.takeOver': command({ access: overseers, input: nothing, output: done }),
  'branch.withdraw': command({
    access: administrator,
    authority: 'branch',
    input: z.strictObject({ fingerprint: z.string().regex(/^[0-9a-f]{64}$/, 'Bilgisayar seçilmedi.') }),
    output: done,
  }),
  'branch.setPort': command({ access: administrator, input: z.strictObject({ port }), output: done }),
} as const;
