import { expect, it } from 'vitest';
import { formatAddress, parseTypedAddress } from './typed-address.ts';

it('reads an address with and without its port', () => {
  expect(
    [' 192.168.1.20 ', 'merkez.local:41710', 'fd00::2', '[fd00::2]:41710'].map(parseTypedAddress),
  ).toEqual([
    { host: '192.168.1.20', port: undefined },
    { host: 'merkez.local', port: 41_710 },
    { host: 'fd00::2', port: undefined },
    { host: 'fd00::2', port: 41_710 },
  ]);
});

it('reads every address that it writes', () => {
  for (const address of [
    { host: '10.0.0.7', port: 2_000 },
    { host: 'fd00::2', port: 41_710 },
  ])
    expect(parseTypedAddress(formatAddress(address))).toEqual(address);
});

it('leaves what is no address for the contract to refuse', () => {
  expect(parseTypedAddress('merkez bilgisayar').host).toBe('merkez bilgisayar');
});
