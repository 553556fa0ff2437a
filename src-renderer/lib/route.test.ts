import { expect, it } from 'vitest';
import { type Route, readRoute, routeAddress } from './route.ts';

it('reads every address that it makes', () => {
  const routes: readonly Route[] = [
    { screen: 'reception' },
    { screen: 'solutionPoint' },
    { screen: 'workLists', list: 'answered' },
    { screen: 'applicationFile', id: '0190/a b' },
    { screen: 'applicationFile', id: '0190/a b', tab: 'consents' },
    { screen: 'settings', section: null },
    { screen: 'settings', section: 'printer' },
  ];
  expect(routes.map((route) => readRoute(routeAddress(route)))).toEqual(routes);
});

it('reads nothing from an address that it did not make', () => {
  const foreign = ['', '#', '#token=abc', '#/nowhere', '#/workLists/unknown', '#/applicationFile/'];
  expect(foreign.map(readRoute)).toEqual(foreign.map(() => undefined));
});
