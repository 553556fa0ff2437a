import '../lib/zod-without-eval.ts';
import '@fontsource-variable/inter/wght.css';
import './screen.css';
import { type ComponentType, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { ScreenPage } from '../../src-shared/text/screen-url.ts';
import { NoticePage } from '../components/screen/notice-page.tsx';
import { screenText } from '../components/screen/text.ts';
import { useText } from '../i18n/use-text.ts';
import { renewPage } from '../lib/screen/renewal.ts';
import { type Methods, makeScreenClient, type ScreenClient } from '../lib/screen/screen-client.ts';
import { followNewKeys, takeScreenKey } from '../lib/screen/screen-key.ts';

type ScreenOfPage<C extends Methods> = {
  readonly page: ScreenPage;
  /** The part of the contract that this kind of screen may call. */
  readonly methods: C;
  readonly Screen: ComponentType<{ readonly client: ScreenClient<C> }>;
  /** In place of the screen where this browser has no key. */
  readonly WithoutKey?: ComponentType;
  /** While somebody uses it, the page is not opened anew. */
  readonly isBusy?: () => boolean;
};

/** Puts a screen that nobody signs in to on its page. */
export function mountScreen<C extends Methods>({
  page,
  methods,
  Screen,
  WithoutKey = NotConnected,
  isBusy = () => false,
}: ScreenOfPage<C>): void {
  const root = document.getElementById('root');
  if (root === null) throw new Error('The page has no #root');
  const key = takeScreenKey(page);
  followNewKeys();
  renewPage(isBusy);
  createRoot(root).render(
    <StrictMode>
      {key === null ? <WithoutKey /> : <Screen client={makeScreenClient(methods, key)} />}
    </StrictMode>,
  );
}

function NotConnected() {
  const text = useText(screenText);
  return <NoticePage title={text.noKey} hint={text.noKeyHint} />;
}
