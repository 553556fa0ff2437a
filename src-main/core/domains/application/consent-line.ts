import type { TimelineItem } from '../../../../src-shared/contract/application-file.ts';
import type { ApplicationState } from '../../../../src-shared/ledger/application-state.ts';
import type { ConsentEntry } from '../../../../src-shared/ledger/reduce-consents.ts';
import { assertNever } from '../../../../src-shared/text/assert-never.ts';
import {
  basisWords,
  decisionWords,
  methodWords,
  reviewWords,
  withdrawalWords,
} from '../../../../src-shared/text/consent-words.ts';
import { formatDateTime } from '../../../../src-shared/text/format.ts';

type Line = Pick<TimelineItem, 'kind' | 'title' | 'text'>;
type View = { readonly isDesk: boolean; readonly text: (textCode: string, hash: string) => string };

/**
 * What the file's story says of consents. Which data somebody consents to is itself telling (KVKK md. 6), so whoever does
 * not work at the desk reads that there was something and no more.
 */
export function consentLine(known: ConsentEntry, state: ApplicationState, view: View): Line {
  if (!view.isDesk) return { kind: 'consent', title: 'Rıza kaydı', text: '' };
  return { kind: 'consent', ...wordsOf(known, state, view) };
}

function wordsOf(known: ConsentEntry, { consents }: ApplicationState, view: View): Omit<Line, 'kind'> {
  const titleOf = (id: string) => {
    const asked = [...consents.decided, ...consents.printed].find(({ consentId }) => consentId === id);
    return asked === undefined
      ? ''
      : `${view.text(asked.textCode, asked.textHash)}, sürüm ${asked.textVersion}`;
  };
  switch (known.type) {
    case 'consent.printed':
      return { title: 'Rıza formu ıslak imza için hazırlandı', text: titleOf(known.payload.consentId) };
    case 'consent.decided': {
      const { decision, method, consentId } = known.payload;
      return { title: `${decisionWords[decision]} (${methodWords[method]})`, text: titleOf(consentId) };
    }
    case 'consent.withdrawn': {
      const { channel, note, consentId } = known.payload;
      const lines = [titleOf(consentId), note].filter((line) => line !== '');
      return { title: `Açık rıza geri alındı (${withdrawalWords[channel]})`, text: lines.join('\n') };
    }
    case 'consent.sealed': {
      const { timestamp } = known.payload;
      const stamp =
        timestamp === 'pending' ? 'zaman damgası bekleniyor' : `zaman damgası ${formatDateTime(timestamp)}`;
      return { title: `Rıza belgesi mühürlendi, ${stamp}`, text: '' };
    }
    case 'consent.timestamped':
      return {
        title: `Rıza belgesine zaman damgası alındı: ${formatDateTime(known.payload.timestamp)}`,
        text: '',
      };
    case 'consent.scanned':
      return { title: 'Islak imzalı rıza formunun taraması eklendi', text: '' };
    case 'special.grounded':
      return {
        title: `Özel nitelikli verinin işlenme dayanağı: ${basisWords[known.payload.basis]}`,
        text: known.payload.note,
      };
    case 'consent.reviewed': {
      const { outcome, ground, note } = known.payload;
      return {
        title: `Geri alınan rızanın verisi incelendi: ${reviewWords[outcome].toLocaleLowerCase('tr')}`,
        text: [ground, note].filter((line) => line !== '').join('\n'),
      };
    }
    default:
      return assertNever(known);
  }
}
