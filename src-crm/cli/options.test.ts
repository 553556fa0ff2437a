import { describe, expect, it } from 'vitest';
import { readCommand } from './options.ts';

describe('readCommand', () => {
  it('reads a command with its defaults', () => {
    expect(readCommand(['--demo'])).toEqual({
      name: 'serve',
      options: { port: 8087, host: '127.0.0.1', 'data-dir': './crm-data', 'trust-proxy': false, demo: true },
    });
    expect(readCommand(['key', 'create', '--intake', '--channels', 'social_media, app'])).toMatchObject({
      options: { intake: true, channels: ['app', 'social_media'] },
    });
    expect(readCommand(['intake', 'branch', 'set', '--province', 'KUTAHYA', '--branch', '43'])).toMatchObject(
      { name: 'intake branch set', options: { province: 'Kütahya', branch: '43' } },
    );
    expect(
      readCommand(['member', 'add', '--username', 'ops', '--name', 'Işıl Ön', '--role', 'operator']),
    ).toEqual({
      name: 'member add',
      options: { 'data-dir': './crm-data', username: 'ops', name: 'Işıl Ön', role: 'operator' },
    });
  });

  it.each([
    [['--port', 'x'], '--port bir sayı olmalı.'],
    [['--port', '70000'], '--port 0 ile 65535 arasında olmalı.'],
    [['--colour'], 'Seçeneklerden biri tanınmıyor ya da değeri eksik.'],
    [['key', 'create'], '--branch verilmeli.'],
    [['key', 'create', '--intake'], '--intake ile --channels verilmeli. Örnek: --channels app,social_media'],
    [
      ['key', 'create', '--intake', '--channels', 'app', '--branch', '26'],
      '--branch bankonun anahtarına, --channels --intake anahtarına verilir.',
    ],
    [
      ['key', 'create', '--intake', '--channels', 'app,written'],
      '--channels şunlardan oluşmalı, virgülle ayrılmış: info_email, app, web, social_media, whatsapp, switchboard',
    ],
    [
      ['intake', 'branch', 'set', '--province', 'Ankara', '--branch', '6'],
      '--province şunlardan biri olmalı: Afyonkarahisar, Bilecik, Eskişehir, Kütahya, Uşak',
    ],
    [['key', 'list', '--demo'], 'Bu komutla kullanılmaz: demo'],
    [['key', 'list', '--sms-config', 'sms.json'], 'Bu komutla kullanılmaz: sms-config'],
    [
      ['member', 'add', '--username', 'Ayşe', '--role', 'team', '--team', 'x'],
      '--username küçük harf, rakam, nokta, tire ya da alt çizgiden oluşmalı.',
    ],
    [
      ['member', 'add', '--username', 'ayse', '--role', 'team'],
      '--team, ekip üyesi için gereklidir; işletmen için verilmez.',
    ],
    [
      ['member', 'add', '--username', 'ayse', '--name', '<b>', '--role', 'operator'],
      '--name ad ve soyad olmalı, en çok 50 harf.',
    ],
    [['dans'], expect.stringContaining('Kullanım:')],
  ])('says what is wrong with %j', (args, words) => {
    expect(readCommand(args)).toMatchObject({ trouble: expect.arrayContaining([words]) });
  });
});
