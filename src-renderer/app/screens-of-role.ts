import type { Role } from '../../src-shared/ledger/other-entries.ts';
import type { Route, ScreenName } from '../lib/route.ts';

const everyone: readonly Role[] = ['reception', 'clerk', 'unit', 'supervisor', 'administrator'];
const desk: readonly Role[] = ['clerk', 'supervisor', 'administrator'];

/** Follows the contract's `access`: a screen is offered where its calls are allowed. */
const openTo: Readonly<Record<ScreenName, readonly Role[]>> = {
  reception: ['reception', ...desk],
  solutionPoint: desk,
  rooms: everyone,
  workLists: everyone,
  applicationFile: everyone,
  switchboard: ['reception', ...desk],
  settings: ['reception', ...desk],
};

const firstRoute: Readonly<Record<Role, Route>> = {
  reception: { screen: 'reception' },
  clerk: { screen: 'solutionPoint' },
  unit: { screen: 'rooms' },
  supervisor: { screen: 'workLists', list: 'open' },
  administrator: { screen: 'settings', section: null },
};

export function mayOpen(role: Role, screen: ScreenName): boolean {
  return openTo[screen].includes(role);
}

export function firstRouteOf(role: Role): Route {
  return firstRoute[role];
}
