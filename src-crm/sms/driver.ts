export type SmsMessage = {
  /** The same for every attempt at one SMS. */
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
  /**
   * It may be tried again with the same key without a second message ever coming of it: nothing reached the
   * provider, it said that it takes nothing for now, or the driver sends one message for one key.
   */
  | {
      readonly kind: 'unknown';
      readonly reason: string;
      readonly retryAfterMs?: number;
      /** Nothing else would be taken before that either. */
      readonly holdsAll?: boolean;
    }
  /** A person has to set something right: password, sender name, balance. It waits, and that person is told. */
  | {
      readonly kind: 'blocked';
      readonly reason: string;
      /** The same would come of every other SMS. */
      readonly holdsAll: boolean;
    }
  /** It may have been taken: a timeout, a broken connection. It must not be sent again before that is known. */
  | { readonly kind: 'uncertain'; readonly reason: string };

/** What a provider says of an SMS in doubt. */
export type LookUp =
  | { readonly kind: 'taken'; readonly reference: string }
  /** The provider knows all that it took by our key, and this is not among it. */
  | { readonly kind: 'not_taken' }
  | { readonly kind: 'no_answer' };

/** What a provider tells by itself, and whose SMS it is: by our key, by its reference, or by what was sent. */
export type PushedReport = {
  readonly clientKey?: string;
  readonly reference: string;
  readonly sent?: { readonly to: string; readonly text: string };
  readonly delivery: DeliveryReport;
};

/** A provider. Reasons and details go into the ledger and on screen: Turkish, without number and text. */
export type SmsDriver = {
  readonly name: string;
  /**
   * A second `send` with the same key never makes a second message. Where that isn't so, an SMS whose outcome was
   * lost is in doubt.
   */
  readonly repeatsSafely: boolean;
  readonly send: (message: SmsMessage) => Promise<SendOutcome>;
  /** One outcome per message, in their order; a driver that has it is given more at once. */
  readonly sendMany?: (messages: readonly SmsMessage[]) => Promise<readonly SendOutcome[]>;
  /** @param attemptedAt when its last attempt began, in milliseconds */
  readonly lookUp?: (message: SmsMessage, attemptedAt: number) => Promise<LookUp>;
  readonly delivery: (reference: string) => Promise<DeliveryReport>;
  /** One report per reference, in their order, for providers that limit how often they are asked. */
  readonly deliveryMany?: (references: readonly string[]) => Promise<readonly DeliveryReport[]>;
  /** Reads what the provider pushes; undefined where it isn't of the provider's form. */
  readonly readReports?: (body: unknown) => readonly PushedReport[] | undefined;
  readonly start?: () => void;
  readonly stop?: () => Promise<void>;
};
