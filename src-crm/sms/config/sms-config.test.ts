import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readSmsConfig } from './read-config.ts';
import { parseSmsConfig } from './sms-config.ts';

const netgsm = { provider: 'netgsm', username: '8501112233', password: 'gizli-parola', sender: 'OEDAS' };
const verimor = { ...netgsm, provider: 'verimor' };
const smpp = {
  provider: 'smpp',
  host: 'smsc.example',
  tls: 'true',
  systemId: 'oedas',
  password: 'gizli-parola',
  sender: 'OEDAS',
};

describe('the SMS configuration', () => {
  const folder = mkdtempSync(join(tmpdir(), 'banko-sms-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function file(text: string, mode = 0o600): string {
    const path = join(folder, `${Math.random()}.json`);
    writeFileSync(path, text);
    chmodSync(path, mode);
    return path;
  }

  it('has defaults for what the provider documents', () => {
    expect(parseSmsConfig(netgsm)).toEqual({ ...netgsm, url: 'https://api.netgsm.com.tr' });
    expect(parseSmsConfig(smpp)).toEqual({
      ...smpp,
      tls: true,
      port: 2775,
      systemType: '',
      window: 10,
      turkish: 'ucs2',
      messageIds: 'same',
    });
  });

  it.each([
    [{}, '"provider" şunlardan biri olmalı: netgsm, iletimerkezi, verimor, smpp.'],
    [
      { ...netgsm, provider: 'baska' },
      '"provider" şunlardan biri olmalı: netgsm, iletimerkezi, verimor, smpp.',
    ],
    [{ ...netgsm, sender: 'OEDASELEKTRIK' }, '"sender" en çok 11 karakter olabilir.'],
    [
      { ...netgsm, sender: 'OEDAŞ' },
      '"sender" Türkçe harf içeremez; harf, rakam, boşluk, nokta, tire ve yıldız olabilir.',
    ],
    [{ ...netgsm, sender: '8501112233' }, '"sender" en az bir harf içermeli.'],
    [{ ...netgsm, sender: ' OEDAS' }, '"sender" boşlukla başlayamaz ve bitemez.'],
    [{ ...netgsm, sender: undefined }, '"sender" verilmeli: sağlayıcıda onaylı gönderici adı.'],
    [{ ...netgsm, password: undefined }, '"password" verilmeli.'],
    [{ ...netgsm, password: '' }, '"password" boş olamaz.'],
    [{ ...netgsm, url: 'http://api.example' }, '"url" https:// ile başlamalı.'],
    [{ ...netgsm, url: 'api' }, '"url" tam bir adres olmalı.'],
    [{ ...netgsm, reportToken: 'x' }, 'Bu sağlayıcıyla kullanılmaz: reportToken'],
    [
      { ...verimor, reportToken: 'kısa' },
      '"reportToken" 32 ile 100 karakter arasında olmalı; harf, rakam, tire ve alt çizgi içerebilir.',
    ],
    [{ ...smpp, tls: undefined }, '"tls" true ya da false olmalı.'],
    [{ ...smpp, port: 'x' }, '"port" bir sayı olmalı.'],
    [{ ...smpp, window: 0 }, '"window" 1 ile 100 arasında olmalı.'],
  ])('says of %j what is wrong, and no secret', (input, words) => {
    const parsed = parseSmsConfig(input);
    expect(parsed).toMatchObject({ trouble: expect.arrayContaining([words]) });
    expect(JSON.stringify(parsed)).not.toContain('gizli-parola');
  });

  it('comes from the file, else from the environment, else there is none', () => {
    const environment = {
      BANKO_SMS_PROVIDER: 'verimor',
      BANKO_SMS_USERNAME: verimor.username,
      BANKO_SMS_PASSWORD: verimor.password,
      BANKO_SMS_SENDER: 'OEDAS',
      PATH: '/bin',
    };
    expect(readSmsConfig(undefined, environment)).toMatchObject(verimor);
    expect(readSmsConfig(file(JSON.stringify(netgsm)), environment)).toMatchObject(netgsm);
    expect(readSmsConfig(undefined, { PATH: '/bin' })).toBeUndefined();
    expect(readSmsConfig(undefined, { BANKO_SMS_SENDER: 'OEDAS' })).toHaveProperty('trouble');
  });

  // Windows has no such bits.
  if (process.platform !== 'win32') {
    it('is refused where other users can read it', () => {
      for (const mode of [0o640, 0o604, 0o644])
        expect(readSmsConfig(file(JSON.stringify(netgsm), mode), {})).toEqual({
          trouble: [
            '--sms-config: dosyayı başka kullanıcılar da okuyabiliyor; önce "chmod 600" ile kısıtlayın.',
          ],
        });
    });
  }

  it('is refused where it is missing or no JSON', () => {
    expect(readSmsConfig(join(folder, 'yok.json'), {})).toEqual({
      trouble: ['--sms-config: dosya bulunamadı ya da okunamıyor.'],
    });
    expect(readSmsConfig(file('{"password": "gizli-parola"'), {})).toEqual({
      trouble: ['--sms-config: dosya geçerli bir JSON değil.'],
    });
  });
});
