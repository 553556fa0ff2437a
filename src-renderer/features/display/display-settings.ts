import { z } from 'zod';
import { create } from 'zustand';
import { schemes } from '../../lib/use-scheme.ts';

/** How a call is heard. The system's voice is taken where this PC has a Turkish one of its own. */
export const soundModes = ['silent', 'chime', 'recorded', 'system'] as const;

const schema = z.object({
  mode: z.enum(soundModes).catch('recorded'),
  /** From 0 to 100. */
  volume: z.int().min(0).max(100).catch(80),
  /** How often each call is said. */
  times: z.union([z.literal(1), z.literal(2)]).catch(1),
  scheme: z.enum(schemes).catch('system'),
});
export type DisplaySettings = z.infer<typeof schema>;

const key = 'banko.display';

/** They belong to the screen and stay on it: how loud it must be depends on its hall and its loudspeaker. */
export const useDisplaySettings = create<DisplaySettings>(() => stored());

export function changeSettings(changes: Partial<DisplaySettings>): void {
  useDisplaySettings.setState(changes);
  localStorage.setItem(key, JSON.stringify(useDisplaySettings.getState()));
}

function stored(): DisplaySettings {
  return schema.parse(parsed(localStorage.getItem(key)));
}

function parsed(text: string | null): unknown {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
