import { formatDate, localDay } from '../../src-shared/text/format.ts';
import { type Html, html } from './html.ts';

const dayMs = 86_400_000;

/** How much of the time is left, in words; the colour only repeats them. */
export function dueWords(dueAt: string, now: number): Html {
  const days = (Date.parse(localDay(dueAt)) - Date.parse(localDay(new Date(now).toISOString()))) / dayMs;
  if (Date.parse(dueAt) < now)
    return html`<span class="is-late">${days === 0 ? 'Süresi bugün doldu' : `Süresi ${-days} gün geçti`}</span>`;
  if (days === 0) return html`<span class="is-soon">Bugün son gün</span>`;
  return html`<span class="${days <= 2 ? 'is-soon' : 'faint'}">${days} gün kaldı</span>`;
}

export function dueCell(dueAt: string, now: number): Html {
  return html`<span class="nowrap">${formatDate(dueAt)}</span> <br><span class="small nowrap">${dueWords(dueAt, now)}</span>`;
}
