import { expect, type Page } from '@playwright/test';
import { choose } from './staff.ts';

export type Applicant = {
  readonly name: string;
  readonly identityNo: string;
  readonly phone: string;
  readonly description: string;
};

export type Numbers = { readonly applicationNo: string; readonly trackingCode: string };

/** Fills the one-screen form as a clerk does and saves it by its key. */
export async function registerApplication(page: Page, applicant: Applicant): Promise<Numbers> {
  await fillForm(page, applicant);
  return saveForm(page);
}

/** Saves by its key and reads what the applicant is told. */
export async function saveForm(page: Page): Promise<Numbers> {
  await page.keyboard.press('F9');
  await expect(page.getByText('Başvuru kaydedildi')).toBeVisible();
  return {
    applicationNo: await numberLike(page, /^26-\d{4}-\d{7}$/),
    trackingCode: await numberLike(page, /^[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}$/),
  };
}

export async function fillForm(page: Page, applicant: Applicant): Promise<void> {
  await page.getByRole('textbox', { name: 'Ad soyad' }).fill(applicant.name);
  await page.getByRole('textbox', { name: 'Kimlik no' }).fill(applicant.identityNo);
  await page.getByRole('textbox', { name: 'Cep telefonu' }).fill(applicant.phone);
  await fillMatter(page, applicant.description);
}

/** All but who the applicant is. */
export async function fillMatter(page: Page, description: string): Promise<void> {
  await pick(page, 'Sıfatı', 'Abone / kullanıcı');
  await pick(page, 'Kimlik nasıl doğrulandı', 'T.C. kimlik kartı');
  await choose(page, 'Konu', 'sık kes', 'Sık kesinti');
  await pick(page, 'Başvuru türü', 'Şikâyet');
  await page.getByRole('textbox', { name: 'Açıklama' }).fill(description);
  await page.getByRole('radio', { name: 'Telefon', exact: true }).check();
  await page.getByRole('radio', { name: 'Ekranda okudu' }).check();
}

/** Opens the list and takes the option of that name. */
export async function pick(page: Page, field: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: field }).click();
  await page.getByRole('option', { name: option, exact: false }).first().click();
}

async function numberLike(page: Page, pattern: RegExp): Promise<string> {
  return (await page.getByText(pattern).first().textContent()) ?? '';
}
