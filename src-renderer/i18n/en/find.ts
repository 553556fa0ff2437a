import type { find as turkish } from '../tr/find.ts';

export const find: typeof turkish = {
  title: 'Find',
  placeholder: 'Person, application no, tracking code, phone, installation or screen',
  screens: 'Screens',
  applications: 'Applications',
  consumers: 'Consumers',
  nothing: 'Nothing matches.',
  hint: 'Type at least 2 characters. A scanned barcode opens its application directly.',
  failed: 'The search failed.',
  openApplications: (count) => (count === 0 ? 'no open application' : `${count} open`),
};
