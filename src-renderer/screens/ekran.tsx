import { screenPages } from '../../src-shared/text/screen-url.ts';
import { DisplayScreen, displayMethods } from '../features/display/display-screen.tsx';
import { useSaying } from '../features/display/use-saying.ts';
import { mountScreen } from './mount.tsx';

mountScreen({
  page: screenPages.display,
  methods: displayMethods,
  Screen: DisplayScreen,
  isBusy: () => useSaying.getState().call !== null,
});
