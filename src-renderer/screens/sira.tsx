import { visitorContract } from '../../src-shared/contract/visitor.ts';
import { screenPages } from '../../src-shared/text/screen-url.ts';
import { VisitorScreen, VisitorWithoutKey } from '../features/visitor/visitor-screen.tsx';
import { mountScreen } from './mount.tsx';

mountScreen({
  page: screenPages.visitor,
  methods: visitorContract,
  Screen: VisitorScreen,
  WithoutKey: VisitorWithoutKey,
});
