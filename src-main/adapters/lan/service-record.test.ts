import { expect, test } from 'vitest';
import { readHub, textOf } from './service-record.ts';

const key = 'ab'.repeat(32);
const self = { branchCode: '26', workstationNo: 3, name: 'Gişe 3 – Işık' };
const service = { port: 4711, referer: { address: '192.168.1.20' }, txt: textOf(self, key) };

test('what a hub says of itself is read as it was said, at the address from which it came', () => {
  expect(readHub({ ...service, addresses: ['10.0.0.1', 'fe80::1'], name: 'banko' })).toEqual({
    self,
    address: { host: '192.168.1.20', port: 4711 },
    fingerprint: key,
  });
});

test('a name that has no room in a TXT string is shortened by whole characters', () => {
  const { name = '' } = textOf({ ...self, name: 'ş'.repeat(150) }, key);
  expect(name).toBe('ş'.repeat(100));
  expect(textOf({ ...self, name: `${'a'.repeat(199)}😀` }, key).name).toBe('a'.repeat(199));
});

test.each([
  ['another version', { txt: { ...service.txt, v: '2' } }],
  ['no branch', { txt: { ...service.txt, branch: undefined } }],
  ['a branch with a tag in it', { txt: { ...service.txt, branch: '<b>' } }],
  ['a workstation that is no number', { txt: { ...service.txt, no: '-1' } }],
  ['a key that is none', { txt: { ...service.txt, key: 'ab' } }],
  ['endless a name', { txt: { ...service.txt, name: 'a'.repeat(10_000) } }],
  ['no TXT record', { txt: undefined }],
  ['no port', { port: 0 }],
  ['a port that is none', { port: 65_536 }],
  ['no sender', { referer: undefined }],
])('a service with %s is no hub', (_, said) => {
  expect(readHub({ ...service, ...said })).toBeUndefined();
});
