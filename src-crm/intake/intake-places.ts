import type { Kysely } from 'kysely';
import { z } from 'zod';
import {
  type Channel,
  type ChannelProcedure,
  type ChannelsFile,
  channelsAsKept,
  procedureOf,
} from '../../src-shared/rules/channels.ts';
import {
  counterNoticeCode,
  noticeFor,
  type PublishedText,
  withShipped,
} from '../../src-shared/rules/texts.ts';
import { localDay } from '../../src-shared/text/format.ts';
import type { Database } from '../db/schema.ts';
import { branchDocument } from '../ledger/branch-documents.ts';
import { branchTexts } from '../ledger/branch-texts.ts';
import { shippedCatalogue } from '../lib/catalogue.ts';
import { type Clock, isoNow } from '../lib/clock.ts';
import { branchForIntake } from './branches.ts';

/** Where an application goes, and how it is taken there. */
export type IntakePlace = {
  readonly branch: string;
  readonly channelsVersion: number;
  readonly procedure: ChannelProcedure;
  /** In force there today. */
  readonly notice: PublishedText;
};

export type IntakePlaces = {
  /** Undefined where no branch is named for the province; null stands for anywhere. */
  readonly placeFor: (province: string | null, channel: Channel) => Promise<IntakePlace | undefined>;
  /** What an applicant from a province is given today; what was shipped where no branch is named for it. */
  readonly noticeFor: (province: string | null) => Promise<PublishedText>;
  /** Where the branch sends consumers to follow their applications; its counters' SMS say the same. */
  readonly trackingUrlOf: (branch: string) => Promise<string>;
};

const policyAsKept = z.object({ trackingUrl: z.string().trim().min(1).max(200) });

/** What branches have pushed is read once per version. `trackingPage` is this gateway's own, for a branch without. */
export function createIntakePlaces(
  db: Kysely<Database>,
  clock: Clock,
  trackingPage: () => string,
): IntakePlaces {
  const branchChannels = branchDocument('channels', channelsAsKept);
  const branchPolicy = branchDocument('policy', policyAsKept);
  const branchNotices = branchTexts(counterNoticeCode);

  async function noticeOf(branch: string | undefined): Promise<PublishedText> {
    const own = branch === undefined ? [] : await branchNotices(db, branch);
    const texts = withShipped(shippedCatalogue.texts, own);
    return noticeFor(texts, localDay(isoNow(clock))) ?? shippedCatalogue.notice;
  }

  return {
    noticeFor: async (province) => noticeOf(await branchForIntake(db, province)),
    placeFor: async (province, channel) => {
      const branch = await branchForIntake(db, province);
      if (branch === undefined) return undefined;
      const own = await branchChannels(db, branch);
      const channels = own !== undefined && names(own, channel) ? own : shippedCatalogue.channels;
      return {
        branch,
        channelsVersion: channels.version,
        procedure: procedureOf(channels, channel),
        notice: await noticeOf(branch),
      };
    },
    trackingUrlOf: async (branch) => (await branchPolicy(db, branch))?.trackingUrl ?? trackingPage(),
  };
}

/** A document of another version may lack a channel. */
function names(file: ChannelsFile, channel: Channel): boolean {
  return file.channels.some(({ code }) => code === channel);
}
