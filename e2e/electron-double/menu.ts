import type Electron from 'electron';

export const Menu = {
  setApplicationMenu: () => undefined,
} satisfies Pick<typeof Electron.Menu, 'setApplicationMenu'>;
