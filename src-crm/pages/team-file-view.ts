import { isEscalated } from '../../src-shared/rules/application-facts.ts';
import { formatDateTime } from '../../src-shared/text/format.ts';
import { capacityWords, channelWords } from '../../src-shared/text/words.ts';
import { topicLabel } from '../lib/topics.ts';
import type { TeamAction } from '../team/team-actions.ts';
import type { TeamFile } from '../team/team-file.ts';
import { dueWords } from './due.ts';
import type { SignedIn } from './guard.ts';
import { type Html, html } from './html.ts';
import { notice, tokenField } from './layout.ts';
import { teamHistory } from './team-history.ts';
import { escalatedWords, statusOf, typeOf } from './words.ts';

/** What the member had written when the page came back. */
export type Draft = { readonly kind: TeamAction['kind']; readonly text: string; readonly isWrong?: boolean };

type View = {
  readonly file: TeamFile;
  readonly visitor: SignedIn;
  readonly now: number;
  readonly good?: string;
  readonly bad?: string;
  readonly draft?: Draft;
};

export function renderTeamFile(view: View): Html {
  const { state } = view.file;
  const { registration } = state;
  const routing = state.routings.findLast((item) => item.teamCode === view.visitor.member.teamCode);
  return html`<p class="small"><a href="/ekip">← Ekip kutusu</a></p>
<h1>${topicLabel(registration.topicCode)}</h1>
<p class="lead">${registration.applicationNo} · ${typeOf(registration.applicationType)} · ${statusOf(state.status)}</p>
${isEscalated(state) && notice('bad', `${escalatedWords}.`)}
${view.good !== undefined && notice('good', view.good)}
${view.bad !== undefined && notice('bad', view.bad)}
<div class="card">
<p class="prose">${registration.description}</p>
${routing !== undefined && routing.note !== '' && html`<p class="prose"><span class="faint">Yönlendirenin notu:</span> ${routing.note}</p>`}
</div>
<div class="card">${facts(view)}</div>
${view.file.isOpenHere ? forms(view) : keptDraft(view.draft)}
${teamHistory(state)}`;
}

function facts({ file, now }: View): Html {
  const { registration } = file.state;
  const { premises } = registration;
  const place = premises && [
    premises.neighbourhood,
    premises.street,
    premises.doorNo,
    `${premises.district} / ${premises.province}`,
  ];
  return html`<dl>
<dt>Son tarih</dt><dd>${formatDateTime(registration.dueAt)} · ${dueWords(registration.dueAt, now)}</dd>
<dt>Başvuran</dt><dd>${file.applicant === null ? 'Kimliği gizli tutuluyor' : `${file.applicant.name} (${capacityWords[registration.capacity]})`}</dd>
${file.applicant?.phone && html`<dt>Telefon</dt><dd>${file.applicant.phone}</dd>`}
${place && html`<dt>Yer</dt><dd>${place.filter((part) => part !== '').join(', ')}</dd>`}
${registration.installationNo && html`<dt>Tesisat no</dt><dd>${registration.installationNo}</dd>`}
${file.answers.map(({ label, value }) => html`<dt>${label}</dt><dd>${value}</dd>`)}
<dt>Geliş</dt><dd>${channelWords[registration.channel]}, ${formatDateTime(registration.at)}</dd>
${file.takenBy !== undefined && html`<dt>Üzerine alan</dt><dd>${file.takenBy}</dd>`}
</dl>`;
}

function forms(view: View): Html {
  const { file, visitor, draft } = view;
  const path = `/ekip/basvuru/${encodeURIComponent(file.state.id)}`;
  const token = tokenField(visitor.cookie);
  const answer = draft?.kind === 'answer' ? draft : undefined;
  const reason = draft?.kind === 'return' ? draft : undefined;
  return html`${
    file.takenBy === undefined &&
    html`<form method="post" action="${path}/uzerine-al"><p>${token}<button class="second" type="submit">Üzerime al</button></p></form>`
  }
<div class="card"><form method="post" action="${path}/cevapla">${token}
<label for="cevap">Cevabınız</label>
<span class="hint" id="cevap-ipucu">Çözüm noktası başvuranı arayıp bunu anlatacak. Ne yapıldığını ve sonucu yazın.</span>
<textarea id="cevap" name="metin" aria-describedby="cevap-ipucu" aria-invalid="${answer?.isWrong ? 'true' : 'false'}" required>${answer?.text}</textarea>
<button type="submit">Cevapla</button>
</form></div>
<details${reason && html` open`}><summary>Ekibimizin işi değil</summary><form method="post" action="${path}/iade">${token}
<label for="neden">İade nedeni</label>
<span class="hint" id="neden-ipucu">Biliyorsanız hangi ekibe gitmesi gerektiğini yazın.</span>
<textarea id="neden" name="metin" rows="3" aria-describedby="neden-ipucu" aria-invalid="${reason?.isWrong ? 'true' : 'false'}" required>${reason?.text}</textarea>
<button class="second" type="submit">Yönlendirene iade et</button>
</form></details>`;
}

/** The application went on without the member; what they wrote is theirs to keep. */
function keptDraft(draft: Draft | undefined): Html | false {
  if (draft === undefined || draft.text === '') return false;
  return html`<div class="card"><label for="taslak">Yazdığınız metin</label>
<span class="hint">Kaydedilmedi. Gerekiyorsa buradan kopyalayın.</span>
<textarea id="taslak" readonly>${draft.text}</textarea></div>`;
}
