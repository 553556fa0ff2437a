import { z } from 'zod';
import { topics } from '../../src-shared/contract/define.ts';
import type { Announcement } from './client.ts';

const schema = z.object({ seq: z.number(), topics: z.array(z.enum(topics)) });

export function readAnnouncement(raw: unknown): Announcement | undefined {
  const parsed = schema.safeParse(raw);
  return parsed.success ? parsed.data : undefined;
}

/** After a gap in the stream anything may have changed. */
export const everythingChanged: Announcement = { seq: 0, topics };
