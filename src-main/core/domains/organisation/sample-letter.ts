import { decisionLetter } from '../../../../src-shared/paper/decision-letter.ts';
import type { Sender } from '../../../../src-shared/paper/letterhead.ts';
import type { Paper } from '../../../../src-shared/paper/paper.ts';

/** A letter to somebody who does not exist, to see what the texts and the logo look like. */
export function sampleLetter(sender: Sender, nowIso: string): Paper {
  return decisionLetter({
    sender,
    application: {
      applicationNo: '00-0000-0000000',
      trackingCode: 'ABCDEFGH2345',
      channel: 'written',
      registeredAt: nowIso,
      registeredBy: '',
      applicant: {
        kind: 'person',
        name: 'Ayşe Örnek',
        identityNo: null,
        phone: null,
        landline: null,
        email: null,
      },
      capacity: 'self',
      capacityEvidence: '',
      applicationType: 'complaint',
      topicLabel: 'Örnek konu',
      subtopicLabel: null,
      topicFields: [],
      description: '',
      installationNo: null,
      premises: {
        province: 'Eskişehir',
        district: 'Odunpazarı',
        neighbourhood: 'Örnek Mahallesi',
        street: 'Örnek Sokak',
        doorNo: '1',
      },
      replyChannel: 'written',
      edmsNo: null,
      eventAt: null,
      dueAt: nowIso,
      isInformant: false,
      notice: null,
    },
    decision: {
      outcomeKind: 'resolved',
      outcome:
        'Burada başvurunun sonucu, görevlinin yazdığı sözlerle ve bütünüyle yer alır.\n\nBirkaç paragraf olabilir; uzun yazılar sonraki sayfada sürer.',
      at: nowIso,
      by: 'Görevlinin adı',
    },
    mark: 'TASLAK',
  });
}
