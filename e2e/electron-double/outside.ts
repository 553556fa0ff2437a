import { z } from 'zod';

/** What the double tells the test: what a person would see of the program beside its pages. */
export type Told =
  | { readonly kind: 'browser'; readonly url: string; readonly pid: number }
  | WindowTold
  | { readonly kind: 'error_box'; readonly title: string; readonly content: string }
  | { readonly kind: 'message_box'; readonly message: string; readonly detail: string }
  | { readonly kind: 'opened_outside'; readonly url: string }
  | { readonly kind: 'called'; readonly name: string; readonly ok: boolean };
type WindowTold = {
  readonly kind: 'window';
  readonly id: number;
  readonly state: WindowNews;
  readonly bounds: Readonly<Record<'x' | 'y' | 'width' | 'height', number>>;
  readonly zoom: number;
};
export type WindowNews = 'shown' | 'focused' | 'restored' | 'maximized' | 'full_screen' | 'closed';

const orderSchema = z.discriminatedUnion('kind', [
  /** A person clicks the window's cross. */
  z.strictObject({ kind: z.literal('close_window'), id: z.int() }),
  /** A person minimizes the window. */
  z.strictObject({ kind: z.literal('minimize_window'), id: z.int() }),
  /** The system or a menu asks the program to end. */
  z.strictObject({ kind: z.literal('quit') }),
  /** A person moves the window or draws it larger. */
  z.strictObject({
    kind: z.literal('place_window'),
    ...{ id: z.int(), x: z.int(), y: z.int(), width: z.int(), height: z.int() },
  }),
  /** A key as the window gets it before the page does. */
  z.strictObject({ kind: z.literal('press'), id: z.int(), key: z.string(), control: z.boolean() }),
  /** What is clicked in the message boxes from now on, by its label. */
  z.strictObject({ kind: z.literal('answer_boxes'), button: z.string() }),
  /** A monitor is plugged in or out. */
  z.strictObject({
    kind: z.literal('displays'),
    areas: z.array(z.strictObject({ x: z.int(), y: z.int(), width: z.int(), height: z.int() })).min(1),
  }),
  z.strictObject({
    kind: z.literal('power'),
    event: z.enum(['suspend', 'resume', 'lock-screen', 'unlock-screen', 'shutdown']),
  }),
  /** A call arrives as if from a frame of another address, or from a frame within the page. */
  z.strictObject({
    kind: z.literal('call_as'),
    name: z.string(),
    url: z.string(),
    isMainFrame: z.boolean(),
    channel: z.string(),
    args: z.array(z.json()),
  }),
]);
export type Order = z.infer<typeof orderSchema>;

function given(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`${name} has to be given`);
  return value;
}

/** The world around the program: where its browser is, its user's folder, and the test that plays the person. */
export const outside = {
  browser: given('ELECTRON_DOUBLE_BROWSER'),
  userData: given('ELECTRON_DOUBLE_USER_DATA'),
  /** The desktop's key ring: what Linux calls it, or `none`. */
  keyRing: process.env.ELECTRON_DOUBLE_KEY_RING ?? 'gnome_libsecret',
  tell: (news: Told): void => void process.send?.(news),
  onOrder: (carryOut: (order: Order) => void): void => {
    process.on('message', (message) => carryOut(orderSchema.parse(message)));
  },
} as const;
