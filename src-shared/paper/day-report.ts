import type { Channel } from '../rules/channels.ts';
import type { Waits } from '../rules/ticket-day.ts';

/** What a branch did on one day, as its shift report says it. */
export type DayReport = {
  /** `yyyy-MM-dd` */
  readonly day: string;
  readonly madeAt: string;
  /** The day is not over: the figures still change. */
  readonly isRunning: boolean;
  readonly firstAt: string | null;
  readonly lastAt: string | null;
  readonly categories: readonly (TicketCounts & { readonly name: string })[];
  readonly tickets: TicketCounts;
  readonly desks: readonly DeskDay[];
  readonly meetings: { readonly opened: number; readonly ended: number };
  readonly channels: readonly (ApplicationCounts & { readonly channel: Channel })[];
  readonly applications: ApplicationCounts;
  /** Concluded on this day, whenever they came. */
  readonly concluded: number;
  /** Open beyond their deadline at the end of the day, or now. */
  readonly overdue: number;
  readonly sms: { readonly requested: number; readonly delivered: number; readonly failed: number };
  readonly prints: { readonly requested: number; readonly failed: number };
};

export type TicketCounts = {
  readonly issued: number;
  readonly called: number;
  readonly served: number;
  readonly noShows: number;
  readonly cancelled: number;
  /** Nobody has called it (yet). */
  readonly uncalled: number;
  readonly waits: Waits | null;
};

export type DeskDay = {
  readonly name: string;
  /** Who called numbers there. */
  readonly staff: readonly string[];
  readonly calls: number;
  readonly served: number;
  /** Mean service, in milliseconds. */
  readonly serviceMs: number | null;
  readonly applications: number;
};

export type ApplicationCounts = {
  readonly registered: number;
  readonly dso: number;
  readonly retail: number;
  /** Registered and concluded on this day. */
  readonly concludedSameDay: number;
};
