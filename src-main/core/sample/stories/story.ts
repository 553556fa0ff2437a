/** What people come with about one topic, in the words in which a clerk takes it down, and how it ends. */
export type Story = {
  readonly topicCode: string;
  /** How often, against the other topics. */
  readonly weight: number;
  /** No company or public body comes with it. */
  readonly isPersonal?: true;
  readonly tellings: readonly [Telling, ...Telling[]];
  /** Of the team; a retail topic has none, it is never routed. */
  readonly answers: readonly string[];
  /** What the consumer is told at the end; fits an SMS. */
  readonly outcomes: readonly [string, ...string[]];
  /** What is told where the request is refused; without one it never is. */
  readonly refusals?: readonly [string, ...string[]];
};

export type Telling = {
  /** With `{street}`, `{neighbourhood}`, `{door}`, `{date}`, `{time}`, `{amount}`, `{device}`, `{power}`, `{meter}`, `{pole}`, `{period}`, `{count}`, `{parcel}` where they stand. */
  readonly text: string;
  /** Choices of the topic that the words imply. */
  readonly fields?: Readonly<Record<string, string>>;
};
