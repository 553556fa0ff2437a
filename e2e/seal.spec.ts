import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { hasSealReaders, makeCertificate, openssl } from '../src-main/testing/seal/openssl.ts';
import {
  startTimestampAuthority,
  type TimestampAuthority,
} from '../src-main/testing/seal/timestamp-server.ts';
import { openSection } from './pages/settings.ts';
import { signIn } from './pages/staff.ts';
import { look } from './support/look.ts';
import { test } from './support/test.ts';
import { startSample, type Workplace } from './support/workplace.ts';

let workplace: Workplace;
test.beforeAll(async () => {
  workplace = await startSample();
});
test.afterAll(() => workplace.stop());

test('an administrator sees the trial seal, takes it away and makes another', async ({ browser }) => {
  const admin = await signIn(browser, workplace, workplace.user('yonetici'));
  await openSection(admin, 'Mühür');
  await expect(admin.getByText('kurumun sertifikası değildir')).toBeVisible();
  await expect(admin.getByText('Sunucu tanımlı değil; mühürler zaman damgası bekliyor.')).toBeVisible();
  await look(admin, 'seal-trial');
  await admin.getByRole('button', { name: 'Mührü kaldır' }).click();
  await look(admin, 'seal-remove');
  await admin
    .getByRole('group', { name: /silinir/ })
    .getByRole('button', { name: /Mührü kaldır/ })
    .click();
  await expect(admin.getByText('Mühür tanımlı değil;')).toBeVisible();
  await admin.getByRole('button', { name: 'Sertifikayı yükle' }).click();
  await expect(admin.getByText('Sertifika dosyası seçilmeli.')).toBeVisible();
  await look(admin, 'seal-none');
  await admin.getByRole('button', { name: 'Deneme mührü oluştur' }).click();
  await expect(admin.getByText('kurumun sertifikası değildir')).toBeVisible();
});

if (hasSealReaders()) test.describe('with the organisation’s certificate', withCertificate);

function withCertificate(): void {
  let folder: string;
  let authority: TimestampAuthority;
  test.beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'banko-e2e-seal-'));
    makeCertificate(folder, 'Elektronik Mühür', { extensions: ['keyUsage=critical,nonRepudiation'] });
    const files = ['-in', 'Elektronik Mühür.pem', '-inkey', 'Elektronik Mühür.key', '-out', 'muhur.p12'];
    openssl(folder, 'pkcs12', '-export', ...files, '-passout', 'pass:Gizli şifre');
    authority = await startTimestampAuthority();
  });
  test.afterAll(async () => {
    await authority.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('a wrong password is said at its field; the right one seals, and a server gives timestamps', async ({
    browser,
  }) => {
    const admin = await signIn(browser, workplace, workplace.user('yonetici'));
    await openSection(admin, 'Mühür');
    await admin.locator('input[type=file]').setInputFiles({
      name: 'muhur.p12',
      mimeType: 'application/x-pkcs12',
      buffer: readFileSync(join(folder, 'muhur.p12')),
    });
    await admin.getByRole('textbox', { name: 'Dosyanın parolası' }).fill('yanlış');
    await admin.getByRole('button', { name: 'Sertifikayı yükle' }).click();
    await expect(admin.getByText('Sertifika dosyasının parolası yanlış.')).toBeVisible();
    await look(admin, 'seal-wrong-password');
    await admin.getByRole('textbox', { name: 'Dosyanın parolası' }).fill('Gizli şifre');
    await admin.keyboard.press('Enter');
    await expect(admin.getByText('Elektronik Mühür, Örnek Elektrik Dağıtım A.Ş.').first()).toBeVisible();
    await expect(admin.getByText('kurumun sertifikası değildir')).toBeHidden();

    await admin.getByLabel('Sunucu adresi').fill('zd.ornek.com');
    await admin.getByRole('button', { name: 'Kaydet' }).click();
    await expect(admin.getByText('Adres http:// ya da https:// ile başlamalı.')).toBeVisible();
    await admin.getByLabel('Sunucu adresi').fill(authority.url);
    await admin.getByRole('button', { name: 'Kaydet' }).click();
    await admin.getByRole('button', { name: 'Zaman damgası iste' }).click();
    await expect(admin.getByText(/^tsa zaman damgası verdi: \d\d\.\d\d\.\d{4} \d\d:\d\d\.$/)).toBeVisible();
    await look(admin, 'seal-configured');
    authority.fail({ respond: (response) => response.writeHead(503).end() });
    await admin.getByRole('button', { name: 'Zaman damgası iste' }).click();
    await expect(admin.getByText('Zaman damgası sunucusuna ulaşılamıyor.')).toBeVisible();
    await look(admin, 'seal-server-down');
  });
}
