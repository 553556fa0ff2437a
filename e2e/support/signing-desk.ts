import { type Browser, expect, type Page } from '@playwright/test';
import { anApplication } from '../../src-main/testing/workplace.ts';
import { contract, type OutputOf, type QueryMethod } from '../../src-shared/contract/index.ts';
import { temporaryFolder } from './processes.ts';
import { serveScreens } from './screens.ts';
import { callHost, setUpWorkplace } from './wire.ts';
import { startOnFolder, type Workplace } from './workplace.ts';

export const notice = 'privacy_notice_counter';
export const consent = 'consent_life_support';

/** A clerk at the wire with a registered application, and a screen for consumers paired with their PC. */
export type SigningDesk = {
  readonly workplace: Workplace;
  readonly dataDir: string;
  readonly applicationId: string;
  readonly open: (browser: Browser, options?: OpenOptions) => Promise<Page>;
  readonly start: (textCodes?: readonly string[]) => Promise<string>;
  readonly ask: <M extends QueryMethod>(method: M, input: object) => Promise<OutputOf<M>>;
  readonly stop: () => Promise<void>;
  readonly remove: () => Promise<void>;
};
type OpenOptions = {
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly deviceScaleFactor?: number;
  readonly hasTouch?: boolean;
};

export async function openSigningDesk(): Promise<SigningDesk> {
  const folder = await temporaryFolder();
  const workplace = await startOnFolder(folder.path);
  await setUpWorkplace(workplace);
  await serveScreens(workplace);
  const registered = await callHost(workplace, 'application.register', anApplication());
  const { applicationId } = contract['application.register'].output.parse(registered);
  const paired = await callHost(workplace, 'signing.pair', { place: 'second_window' });
  const { url } = contract['signing.pair'].output.parse(paired);
  return {
    workplace,
    dataDir: folder.path,
    applicationId,
    open: async (browser, { viewport = { width: 1280, height: 800 }, ...rest } = {}) => {
      // What a test before has left open is given up.
      const state = contract['signing.state'].output.parse(await callHost(workplace, 'signing.state', {}));
      if (state.signing !== null)
        await callHost(workplace, 'signing.cancel', { signingId: state.signing.signingId });
      const context = await browser.newContext({ viewport, ...rest });
      const page = await context.newPage();
      await page.goto(url);
      await expect(page.getByText('Okumanız istenen bir metin olduğunda burada görünür.')).toBeVisible();
      return page;
    },
    start: async (textCodes = [notice, consent]) => {
      const input = { applicationId, language: 'tr', where: 'second_window', textCodes };
      return contract['signing.start'].output.parse(await callHost(workplace, 'signing.start', input))
        .signingId;
    },
    ask: async (method, input) => {
      // The table of methods binds method and output; the compiler can't follow the index.
      const answer = contract[method].output.parse(await callHost(workplace, method, input));
      return answer as OutputOf<typeof method>;
    },
    stop: () => workplace.stop(),
    remove: async () => {
      await workplace.stop();
      await folder.remove();
    },
  };
}
