import { z } from 'zod';
import { linkMakers, maxResultLength, meetingModes } from '../ledger/meeting-entries.ts';
import { meetingStates } from '../ledger/meeting-moves.ts';
import { ticketTargetSchema } from '../ledger/ticket-entries.ts';
import { command, query } from './define.ts';
import { idSchema, nothing, paragraph } from './fields.ts';
import { deskSchema } from './session.ts';
import { teamsTroubles } from './teams.ts';
import { ticketSchema } from './ticket.ts';

export const meetingRoomSchema = z.strictObject({ roomCode: z.string(), roomName: z.string() });
export type MeetingRoom = z.infer<typeof meetingRoomSchema>;

/** `room`: another meeting had the room first. `ticket`: another one has the visitor. Both only after PCs were apart. */
export const meetingConflicts = ['room', 'ticket'] as const;

export const meetingSchema = z.strictObject({
  id: z.string(),
  status: z.enum(meetingStates),
  ticketId: z.string(),
  /** What the door shows, and nothing else of the visitor. */
  ticketLabel: z.string(),
  unitCode: z.string(),
  unitName: z.string(),
  /** Null where the visitor stays at the desk and the unit is on Teams. */
  room: meetingRoomSchema.nullable(),
  mode: z.enum(meetingModes),
  topicCode: z.string(),
  subject: z.string(),
  application: z.strictObject({ id: z.string(), applicationNo: z.string() }).nullable(),
  from: deskSchema,
  /** Where the number goes when it is sent back and nothing else is said. */
  back: ticketTargetSchema,
  openedAt: z.iso.datetime(),
  startedAt: z.iso.datetime().nullable(),
  /** Who of the unit talks, by name: for staff alone. */
  startedBy: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
  endedAt: z.iso.datetime().nullable(),
  result: z.string(),
  isInformed: z.boolean(),
  link: z.strictObject({ joinUrl: z.string(), by: z.enum(linkMakers) }).nullable(),
  /** Why there is no link yet, why it is a deep link though the branch has an account, or why no mail went out. */
  linkFailure: z.enum(teamsTroubles).nullable(),
  conflict: z.enum(meetingConflicts).nullable(),
});
export type Meeting = z.infer<typeof meetingSchema>;

export const roomNowSchema = meetingRoomSchema.extend({
  /** Null for a room that every unit uses. */
  unitCode: z.string().nullable(),
  unitName: z.string(),
  /** `held`: the visitor is on the way. */
  state: z.enum(['free', 'held', 'busy']),
  meeting: meetingSchema.nullable(),
  waiting: z.int().nonnegative(),
  /** Who has waited longest for this room. */
  next: z.strictObject({ ticketId: z.string(), label: z.string() }).nullable(),
});
export type RoomNow = z.infer<typeof roomNowSchema>;

/** `here`: at an open screen today; `away`: that screen is locked; `absent`: nowhere signed in. */
export const presences = ['busy', 'here', 'away', 'absent'] as const;
export type Presence = (typeof presences)[number];

export const unitNowSchema = z.strictObject({
  unitCode: z.string(),
  unitName: z.string(),
  teamCodes: z.array(z.string()),
  people: z.array(z.strictObject({ name: z.string(), presence: z.enum(presences) })),
  /** Who waits for one of its rooms. */
  waiting: z.int().nonnegative(),
  hasTeams: z.boolean(),
});
export type UnitNow = z.infer<typeof unitNowSchema>;

export const waitingForUnitSchema = ticketSchema.extend({ roomCode: z.string(), roomName: z.string() });
export type WaitingForUnit = z.infer<typeof waitingForUnitSchema>;

const result = paragraph(maxResultLength, 'Görüşmenin sonucu yazılmalı.');
const one = z.strictObject({ meetingId: idSchema });
const meetingOut = z.strictObject({ meeting: meetingSchema });
const act = { access: 'signed_in', authority: 'branch', output: meetingOut } as const;

/**
 * Meeting rooms, units and their people (FF-3, ON-1, ON-2). A unit's own people act on its meetings alone; desks
 * and supervisors on all of them, since a room must not stay kept because its unit has no screen.
 */
export const meetingContract = {
  'meeting.rooms': query({
    access: 'signed_in',
    authority: 'branch',
    topics: ['meetings', 'queue', 'settings', 'session'],
    input: nothing,
    output: z.strictObject({
      rooms: z.array(roomNowSchema),
      units: z.array(unitNowSchema),
      /** Over Teams, with the visitor at a desk. */
      online: z.array(meetingSchema),
      /** What two PCs opened while they were apart, until somebody has settled it. */
      conflicts: z.array(meetingSchema),
    }),
  }),
  /** What concerns the units that this user is a member of. */
  'meeting.mine': query({
    access: 'signed_in',
    authority: 'branch',
    topics: ['meetings', 'queue', 'settings'],
    input: nothing,
    output: z.strictObject({
      units: z.array(z.strictObject({ unitCode: z.string(), unitName: z.string() })),
      /** Somebody is on the way; the oldest first. */
      alerts: z.array(meetingSchema),
      current: z.array(meetingSchema),
      /** By time of arrival. */
      waiting: z.array(waitingForUnitSchema),
      /** Ended today, the newest first. */
      done: z.array(meetingSchema),
    }),
  }),
  'meeting.get': query({
    access: 'signed_in',
    authority: 'branch',
    topics: ['meetings'],
    input: one,
    output: meetingOut,
  }),
  /**
   * Keeps a room and sends the visitor there with their number, or opens a Teams meeting at the desk. `roomCode` null:
   * any free room that the unit may use; over Teams, no room. A room that somebody else has just taken is no
   * error: the answer offers the next one that is free.
   */
  'meeting.handOver': command({
    access: 'signed_in',
    authority: 'branch',
    input: z.strictObject({
      ticketId: idSchema,
      unitCode: z.string('Birim seçilmedi.').min(1, 'Birim seçilmedi.').max(40),
      roomCode: z.string('Oda seçilmedi.').min(1, 'Oda seçilmedi.').max(40).nullable(),
      mode: z.enum(meetingModes, 'Oda ya da Teams seçilmeli.'),
      topicCode: z.string('Konu seçilmedi.').min(1, 'Konu seçilmedi.').max(60),
      applicationId: idSchema.nullable(),
      /** A slip with number, room and unit; the visitor has the queue's own slip beside it. Without a room there is none. */
      printsSlip: z.boolean().default(false),
    }),
    output: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('held'), meeting: meetingSchema }),
      z.strictObject({ kind: z.literal('taken'), offer: meetingRoomSchema.nullable() }),
    ]),
  }),
  'meeting.start': command({ ...act, input: one }),
  /** The number is served. */
  'meeting.end': command({
    ...act,
    input: one.extend({
      result,
      isInformed: z.boolean('Tüketicinin bilgilendirilip bilgilendirilmediği seçilmeli.'),
    }),
  }),
  /** The number waits again, at its place by time of arrival. `to` null: where it was before. */
  'meeting.returnToDesk': command({
    ...act,
    input: one.extend({
      result: paragraph(maxResultLength),
      to: z
        .strictObject({
          kind: z.enum(['category', 'desk'], 'Kategori ya da banko seçilmeli.'),
          code: z.string('Dönülecek yer seçilmedi.').min(1, 'Dönülecek yer seçilmedi.').max(40),
        })
        .nullable(),
    }),
  }),
  /** Before it began: `no_show` nobody came, `left` the visitor went away, `mistake` the number goes back. */
  'meeting.cancel': command({
    ...act,
    input: one.extend({
      reason: z.enum(['no_show', 'left', 'mistake'], 'İptal nedeni seçilmeli.'),
    }),
  }),
} as const;
