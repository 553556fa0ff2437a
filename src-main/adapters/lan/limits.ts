/** A page of entries is far below this; what is above is no message of ours. */
export const maxMessageBytes = 16 * 1024 * 1024;
/** What may wait for a reader, two of the largest messages; a slower one is cut off. */
export const maxUnreadBytes = 2 * maxMessageBytes;
/** Requests of one connection that are being carried out. */
export const maxInFlight = 1_000;
/** One in use and some that are not yet known to be dead; the oldest makes room. */
export const maxConnectionsPerKey = 4;

export const heartbeatMs = 1_000;
/** Heartbeats without a byte from the other side after which it counts as gone. */
export const silentBeats = 3;

/** For TCP, TLS and the upgrade together, on either side. */
export const openWithinMs = 3_000;
/** How long the refused may still send what nobody reads, so that the refusal reaches them. */
export const lingerMs = 500;

/** How long a listener that closes lets those who have asked have their answers, before it cuts them off. */
export const lastAnswersMs = 500;

/** After a try that failed; doubled each time, and a random half of it is taken off. */
export const firstRetryMs = 200;
export const longestRetryMs = 5_000;
/** A connection that lasted so long starts the retries anew. */
export const stableAfterMs = 5_000;
/** So much later than the address before it is the next one tried. */
export const nextAddressMs = 250;
export const maxAddresses = 8;

/** Sockets of one address that have not yet shown a trusted key. */
export const maxUnknownPerAddress = 64;
/** Strangers of one address before it has to wait, and how long until it may show one more. */
export const strangersAtOnce = 20;
export const nextStrangerMs = 1_000;
/** Sockets altogether; a branch has some dozens of PCs. */
export const maxSockets = 1_000;

export const maxPairingBytes = 4 * 1024;
export const maxPairings = 8;
export const pairWithinMs = 10_000;
