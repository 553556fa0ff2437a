import { expect, type Locator, type Page } from '@playwright/test';
import { listen } from './heard.ts';
import { temporaryFolder } from './processes.ts';
import { type AddedScreen, type ScreensOfWorkplace, serveScreens } from './screens.ts';
import { administrator, callHost, setUpWorkplace } from './wire.ts';
import { startOnFolder, type Workplace } from './workplace.ts';

export const desks = [
  { deskCode: 'B1', deskName: 'Banko 1' },
  { deskCode: 'B2', deskName: 'Banko 2' },
  { deskCode: 'B3', deskName: 'Banko 3' },
] as const;
type DeskCode = (typeof desks)[number]['deskCode'];

/** A branch with three desks and a display in its hall. */
export type Hall = {
  readonly display: AddedScreen;
  readonly screens: ScreensOfWorkplace;
  readonly workplace: () => Workplace;
  readonly issue: (categoryCode?: string) => Promise<Ticket>;
  /** The desk calls the next one, after it has dealt with the one before. */
  readonly call: (desk: DeskCode) => Promise<Ticket>;
  readonly atDesk: (desk: DeskCode, method: string, ticketId: string) => Promise<void>;
  /** The PC's power fails, and comes back. */
  readonly goDown: () => Promise<void>;
  readonly comeBack: () => Promise<void>;
  readonly remove: () => Promise<void>;
};
export type Ticket = { readonly id: string; readonly label: string };

export async function openHall(): Promise<Hall> {
  const folder = await temporaryFolder();
  let workplace = await startOnFolder(folder.path);
  await setUpWorkplace(workplace);
  await callHost(workplace, 'settings.saveDesks', { desks });
  await signInAtDesks(workplace);
  const screens = await serveScreens(workplace);
  const display = await screens.add('display', 'Salon');
  const ticketOf = (answer: unknown) => (answer as { readonly ticket: Ticket }).ticket;
  return {
    display,
    screens,
    workplace: () => workplace,
    issue: async (categoryCode = 'general') =>
      ticketOf(await callHost(workplace, 'ticket.issue', { categoryCode, priority: false })),
    call: async (desk) => {
      const { mine } = (await callHost(workplace, 'ticket.queue', {}, desk)) as { mine: Ticket | null };
      if (mine !== null) await callHost(workplace, 'ticket.finish', { ticketId: mine.id }, desk);
      return ticketOf(await callHost(workplace, 'ticket.callNext', {}, desk));
    },
    atDesk: async (desk, method, ticketId) => {
      await callHost(workplace, method, { ticketId }, desk);
    },
    goDown: () => workplace.stop(),
    comeBack: async () => {
      workplace = await startOnFolder(folder.path);
      await signInAtDesks(workplace);
    },
    remove: async () => {
      await workplace.stop();
      await folder.remove();
    },
  };
}

async function signInAtDesks(workplace: Workplace): Promise<void> {
  const { username, password } = administrator;
  await callHost(workplace, 'session.signIn', { username, password });
  for (const { deskCode } of desks)
    await callHost(workplace, 'session.signIn', { username, password, deskCode }, deskCode);
}

/** The display as it hangs there, listened to; somebody has touched it once, so that it may sound. */
export async function openDisplay(page: Page, { display }: Pick<Hall, 'display'>): Promise<void> {
  await listen(page);
  await page.goto(display.link);
  await page.getByRole('button', { name: /^Sesi açmak için dokunun/ }).click();
  await expect(page.getByRole('button', { name: /^Sesi açmak/ })).toHaveCount(0);
}

/** The panel with the number that is called. */
export const called = (page: Page): Locator => page.locator('section').first();
/** What is being said, for those who see nothing. */
export const said = (page: Page): Locator => page.locator('[aria-live=assertive]');
export const lastCalls = (page: Page): Locator =>
  page.getByRole('region', { name: 'Son çağrılar' }).getByRole('listitem');

/** The address without the key, as after a power cut. */
export const addressOf = ({ link }: AddedScreen): string => link.replace(/#.*/, '');
