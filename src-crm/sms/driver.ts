export type SmsMessage = {
  /** The same for every attempt at one SMS: a driver must never send two for one key. */
  readonly clientKey: string;
  /** E.164 */
  readonly to: string;
  readonly text: string;
};

export type SettledDelivery = { readonly kind: 'delivered' | 'failed'; readonly detail: string };
export type DeliveryReport = SettledDelivery | { readonly kind: 'pending' };

export type SendOutcome =
  /** `delivery` where the driver knows it at once; otherwise it is asked for later. */
  | { readonly kind: 'accepted'; readonly reference: string; readonly delivery?: SettledDelivery }
  /** The provider will never send it: wrong number, forbidden text. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** Nobody knows whether it was taken: a timeout, a broken connection. It is tried again with the same key. */
  | { readonly kind: 'unknown'; readonly reason: string };

/** A provider. Reasons and details go into the ledger and on screen: Turkish, without number and text. */
export type SmsDriver = {
  readonly name: string;
  readonly send: (message: SmsMessage) => Promise<SendOutcome>;
  /** One outcome per message, in their order; a driver that has it is given more at once. */
  readonly sendMany?: (messages: readonly SmsMessage[]) => Promise<readonly SendOutcome[]>;
  readonly delivery: (reference: string) => Promise<DeliveryReport>;
};
