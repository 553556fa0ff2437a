import { type Browser, expect, type Page } from '@playwright/test';
import type { TeamMember } from '../support/workplace.ts';

/** Somebody of the CRM at the gateway's own pages. */
export async function signInAtGateway(browser: Browser, url: string, member: TeamMember): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${url}/giris`);
  await page.getByLabel('Kullanıcı adı').fill(member.username);
  await page.getByLabel('Parola').fill(member.password);
  await page.getByRole('button', { name: 'Giriş yap' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  return page;
}

/** SP-3: the team reads the application and answers. */
export async function answerAsTeam(page: Page, applicationNo: string, answer: string): Promise<void> {
  await page.getByRole('link', { name: applicationNo }).click();
  await page.getByRole('button', { name: 'Üzerime al' }).click();
  await page.getByLabel('Cevabınız').fill(answer);
  await page.getByRole('button', { name: 'Cevapla' }).click();
}

export function memberOf(members: readonly TeamMember[], team: string | null): TeamMember {
  const member = members.find((known) => known.team === team);
  if (member === undefined) throw new Error(`Nobody is of the team ${team}`);
  return member;
}

/** WR-6: what anybody who has the code may see. */
export async function track(page: Page, url: string, code: string): Promise<void> {
  await page.goto(`${url}/takip`);
  await page.getByLabel('Takip kodu').fill(code);
  await page.getByRole('button', { name: 'Durumu göster' }).click();
}
