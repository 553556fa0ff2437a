import { DoorScreen, doorMethods } from '../features/door/door-screen.tsx';
import { mountScreen } from './mount.tsx';

mountScreen({ page: 'kapi', methods: doorMethods, Screen: DoorScreen });
