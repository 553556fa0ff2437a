import { expect, test } from 'vitest';
import { parseHubOptions } from './options.ts';

const stepsOf = (...args: string[]) => {
  const parsed = parseHubOptions(['--data-dir', '/data', ...args]);
  return parsed.ok ? parsed.options.steps : parsed.sentence;
};

test('steps come in the order in which one stands on the other, however they are given', () => {
  expect(
    stepsOf('--pair', '--take-over', '--port', '41800', '--screens', '41801', '--join', 'merkez.local'),
  ).toEqual([
    { kind: 'join', host: 'merkez.local', port: 41_710 },
    { kind: 'listen_at', port: 41_800 },
    { kind: 'serve_screens', port: 41_801 },
    { kind: 'take_over' },
    { kind: 'pair' },
  ]);
  expect(stepsOf()).toEqual([]);
  expect(stepsOf('--set-up')).toEqual([{ kind: 'set_up' }]);
});

test.each([
  ['192.168.1.20', { host: '192.168.1.20', port: 41_710 }],
  ['192.168.1.20:5000', { host: '192.168.1.20', port: 5_000 }],
  ['[fe80::1]:5000', { host: 'fe80::1', port: 5_000 }],
])('the hub to join is read from %s', (text, place) => {
  expect(stepsOf('--join', text)).toEqual([{ kind: 'join', ...place }]);
});

test.each([
  [['--set-up', '--join', 'merkez'], '--set-up ile --join birlikte olmaz'],
  [['--join', 'http://merkez'], '--join için merkezin adresini yazın'],
  [['--join', 'merkez:80'], '--join için merkezin adresini yazın'],
  [['--port', '80'], '--port 1024 ile 65535 arasında'],
  [['--screens', 'x'], '--screens 1024 ile 65535 arasında'],
  [['--data-dir', ''], '--data-dir için bir klasör yazın'],
  [['--nothing'], 'Kullanım: --data-dir KLASÖR'],
])('%j is refused in words', (args, sentence) => {
  expect(stepsOf(...args)).toContain(sentence);
});
