/** Why the program can't start, in one line for whoever started it; no bug, so no stack. */
export class StartRefusal extends Error {}
