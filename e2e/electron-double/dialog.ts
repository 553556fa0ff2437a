import type Electron from 'electron';
import { outside } from './outside.ts';

let wanted: string | undefined;
outside.onOrder((order) => {
  if (order.kind === 'answer_boxes') wanted = order.button;
});

/** Boxes are told and answered at once as the test has said; else as by Esc. */
function showMessageBox(options: Electron.MessageBoxOptions): Promise<Electron.MessageBoxReturnValue> {
  const { message, detail = '', buttons = [], cancelId = 0 } = options;
  outside.tell({ kind: 'message_box', message, detail });
  const chosen = buttons.indexOf(wanted ?? '');
  return Promise.resolve({ response: chosen < 0 ? cancelId : chosen, checkboxChecked: false });
}

export const dialog = {
  showErrorBox: (title: string, content: string) => outside.tell({ kind: 'error_box', title, content }),
  showMessageBox,
} satisfies Pick<Electron.Dialog, 'showErrorBox'> & { showMessageBox: WithoutWindow };

/** The box that belongs to no window; Electron's other form names one. */
type WithoutWindow = (options: Electron.MessageBoxOptions) => Promise<Electron.MessageBoxReturnValue>;
