/** The only two channels between a window and the core. */
export const callChannel = 'banko:call';
export const changedChannel = 'banko:changed';
