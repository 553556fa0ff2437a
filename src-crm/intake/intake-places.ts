import type { Kysely } from 'kysely';
import { z } from 'zod';
import {
  type Channel,
  type ChannelProcedure,
  type ChannelsFile,
  channelsAsKept,
  procedureOf,
} from '../../src-shared/rules/channels.ts';
import type { Database } from '../db/schema.ts';
import { branchDocument } from '../ledger/branch-documents.ts';
import { shippedCatalogue } from '../lib/catalogue.ts';
import { branchForIntake } from './branches.ts';

/** Where an application goes, and how it is taken there. */
export type IntakePlace = {
  readonly branch: string;
  readonly channelsVersion: number;
  readonly procedure: ChannelProcedure;
};

export type IntakePlaces = {
  /** Undefined where no branch is named for the province; null stands for anywhere. */
  readonly placeFor: (province: string | null, channel: Channel) => Promise<IntakePlace | undefined>;
  /** Where the branch sends consumers to follow their applications; its counters' SMS say the same. */
  readonly trackingUrlOf: (branch: string) => Promise<string>;
};

const policyAsKept = z.object({ trackingUrl: z.string().trim().min(1).max(200) });

/** What branches have pushed is read once per version. `trackingPage` is this gateway's own, for a branch without. */
export function createIntakePlaces(db: Kysely<Database>, trackingPage: () => string): IntakePlaces {
  const branchChannels = branchDocument('channels', channelsAsKept);
  const branchPolicy = branchDocument('policy', policyAsKept);
  return {
    placeFor: async (province, channel) => {
      const branch = await branchForIntake(db, province);
      if (branch === undefined) return undefined;
      const own = await branchChannels(db, branch);
      const channels = own !== undefined && names(own, channel) ? own : shippedCatalogue.channels;
      return { branch, channelsVersion: channels.version, procedure: procedureOf(channels, channel) };
    },
    trackingUrlOf: async (branch) => (await branchPolicy(db, branch))?.trackingUrl ?? trackingPage(),
  };
}

/** A document of another version may lack a channel. */
function names(file: ChannelsFile, channel: Channel): boolean {
  return file.channels.some(({ code }) => code === channel);
}
