import type Electron from 'electron';
import { outside } from './outside.ts';

export const shell = {
  openExternal: async (url) => outside.tell({ kind: 'opened_outside', url }),
} satisfies Pick<Electron.Shell, 'openExternal'>;
