import type Electron from 'electron';
import { outside } from './outside.ts';

export const dialog = {
  showErrorBox: (title, content) => outside.tell({ kind: 'error_box', title, content }),
} satisfies Pick<Electron.Dialog, 'showErrorBox'>;
