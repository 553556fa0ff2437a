import type { workLists as turkish } from '../tr/work-lists.ts';

export const workLists: typeof turkish = {
  title: 'Work Lists',
  channel: 'Channel',
  allChannels: 'All channels',
  escalated: 'Not taken by the team in time',
  callBack: (at: string) => `Call again: ${at}`,
  capped: (most: number) =>
    `The first ${most.toLocaleString('en-GB')} are shown; choose a channel to narrow them.`,
  columns: {
    applicationNo: 'Application no',
    applicant: 'Applicant',
    topic: 'Topic',
    status: 'State',
    team: 'Team',
    registered: 'Registered',
    due: 'Due date',
  },
  switchLabel: 'Choose a list',
  conflict: 'Has a conflict',
  empty: 'No application in this list.',
  emptyHint: 'A new one appears here by itself.',
  failed: 'The list could not be read.',
  retry: 'Try again',
  loading: 'Reading the list',
  more: 'Scroll down for more',
  shown: (count) => `${count} rows shown`,
  keys: 'Up and down arrows move, Enter opens.',
};
