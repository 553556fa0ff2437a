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
  forbidden: 'You may not search people and applications; you can switch between screens.',
  searching: 'Searching',
  takeConsumer: 'Choose at the solution point',
  scannedNothing: 'No application has the scanned barcode.',
  scanFailed: 'The scanned barcode could not be looked up.',
  count: (count) => `${count} results`,
};
