import { screenPages } from '../../src-shared/text/screen-url.ts';
import { DoorScreen, doorMethods } from '../features/door/door-screen.tsx';
import { mountScreen } from './mount.tsx';

mountScreen({ page: screenPages.door, methods: doorMethods, Screen: DoorScreen });
