import { create } from 'zustand';
import type { ShownCall } from '../../../src-shared/contract/display.ts';

/** Which call is being called out; null where none is. */
export const useSaying = create<{ readonly call: ShownCall | null }>(() => ({ call: null }));
