import { z } from 'zod';
import { create } from 'zustand';
import { type SampleUser, sampleUserSchema } from '../../../src-shared/contract/system.ts';

type SampleUsers = { readonly users: readonly SampleUser[]; readonly isShown: boolean };

const key = 'banko.sampleUsers';

/**
 * The made-up users of a workplace that was filled with sample data. Kept across a reload, since they are
 * told once and open nothing real.
 */
export const useSampleUsers = create<SampleUsers>(() => ({ users: stored(), isShown: false }));

export function showSampleUsers(users: readonly SampleUser[]): void {
  localStorage.setItem(key, JSON.stringify(users));
  useSampleUsers.setState({ users, isShown: true });
}

export function reopenSampleUsers(): void {
  useSampleUsers.setState({ isShown: true });
}

export function hideSampleUsers(): void {
  useSampleUsers.setState({ isShown: false });
}

function stored(): readonly SampleUser[] {
  try {
    const parsed = z.array(sampleUserSchema).safeParse(JSON.parse(localStorage.getItem(key) ?? '[]'));
    return parsed.success ? parsed.data : [];
  } catch {
    return [];
  }
}
