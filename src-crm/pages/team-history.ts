import type { ApplicationState } from '../../src-shared/ledger/application-state.ts';
import { formatDateTime } from '../../src-shared/text/format.ts';
import { type Html, html } from './html.ts';
import { callWords } from './words.ts';

/** What has happened so far, as far as it concerns the teams. */
export function teamHistory(state: ApplicationState): Html {
  const steps = [
    ...state.routings.map((routing) => ({
      at: routing.at,
      what: `Yönlendirildi: ${routing.teamName}`,
      text: '',
    })),
    ...state.answers.map((answer) => ({
      at: answer.at,
      what: `Cevapladı: ${answer.member}`,
      text: answer.answer,
    })),
    ...state.returns.map((item) => ({ at: item.at, what: `İade etti: ${item.member}`, text: item.reason })),
    ...state.calls.map((call) => ({ at: call.at, what: callWords[call.result], text: '' })),
    ...(state.closing === null
      ? []
      : [{ at: state.closing.at, what: 'Sonuçlandırıldı', text: state.closing.outcome }]),
  ].toSorted((a, b) => (a.at < b.at ? -1 : 1));
  return html`<h2>Şimdiye kadar</h2>
<div class="card"><ol class="steps">${steps.map(
    (step) =>
      html`<li class="done">${step.what}<span>${formatDateTime(step.at)}</span>${
        step.text !== '' && html`<div class="prose">${step.text}</div>`
      }</li>`,
  )}</ol></div>`;
}
