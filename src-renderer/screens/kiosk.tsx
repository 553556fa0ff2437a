import { kioskContract } from '../../src-shared/contract/kiosk.ts';
import { screenPages } from '../../src-shared/text/screen-url.ts';
import { isKioskBusy } from '../features/kiosk/kiosk-busy.ts';
import { KioskScreen } from '../features/kiosk/kiosk-screen.tsx';
import { mountScreen } from './mount.tsx';

mountScreen({
  page: screenPages.kiosk,
  methods: kioskContract,
  Screen: KioskScreen,
  isBusy: isKioskBusy,
});
