/** One address: a display asks a few times a second at the most, and a whole waiting room may share one address. */
export const requestsPerMinute = 1_200;
/** Codes have 96 bits and tokens 256; this only keeps somebody from trying at all. */
export const wrongTokensPerMinute = 30;
export const minuteMs = 60_000;

export const mostSockets = 400;
export const mostSocketsOfAddress = 100;
export const mostConnections = 1_000;

/** A call of a screen is a few words. */
export const bodyLimit = 16 * 1024;

/** Whoever sends that slowly wants to hold a connection. */
export const requestTimeoutMs = 10_000;
export const keepAliveMs = 15_000;
