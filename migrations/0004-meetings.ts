import { type Kysely, sql } from 'kysely';

const statements = [
  `create table meetings (
    id text primary key,
    status text not null,
    ticket_id text not null,
    ticket_label text not null,
    unit_code text not null,
    unit_name text not null,
    room_code text,
    room_name text,
    mode text not null,
    topic_code text not null,
    subject text not null,
    application_id text,
    from_desk_code text not null,
    from_desk_name text not null,
    back_kind text not null,
    back_code text not null,
    back_name text not null,
    opened_at text not null,
    opened_stamp text not null,
    opened_by text not null,
    started_at text,
    started_by text,
    ended_at text,
    result text not null,
    is_informed integer not null,
    join_url text,
    link_by text,
    link_failure text,
    has_room_conflict integer not null,
    has_ticket_conflict integer not null
  ) strict, without rowid`,
  // One open meeting has a room, and one has a visitor; what PCs that were apart opened beside it is a conflict.
  `create unique index meetings_room on meetings (room_code)
    where status in ('held', 'in_progress') and room_code is not null and has_room_conflict = 0`,
  `create unique index meetings_ticket on meetings (ticket_id)
    where status in ('held', 'in_progress') and has_ticket_conflict = 0`,
  "create index meetings_open on meetings (opened_at) where status in ('held', 'in_progress')",
  'create index meetings_newest on meetings (opened_at)',
  'create index meetings_application on meetings (application_id) where application_id is not null',
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
