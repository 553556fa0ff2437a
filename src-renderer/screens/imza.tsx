import { screenPages } from '../../src-shared/text/screen-url.ts';
import { isSignerBusy } from '../features/signer/signer-busy.ts';
import { signerMethods } from '../features/signer/signer-calls.ts';
import { SignerScreen, SignerWithoutKey } from '../features/signer/signer-screen.tsx';
import { mountScreen } from './mount.tsx';

mountScreen({
  page: screenPages.signer,
  methods: signerMethods,
  Screen: SignerScreen,
  WithoutKey: SignerWithoutKey,
  isBusy: isSignerBusy,
});
