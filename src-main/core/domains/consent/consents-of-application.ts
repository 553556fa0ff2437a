import type { ConsentRow, ConsentsOfApplication } from '../../../../src-shared/contract/consent.ts';
import { fail, type Result, succeed } from '../../../../src-shared/contract/errors.ts';
import type { User } from '../../../../src-shared/contract/session.ts';
import { foldApplication } from '../../../../src-shared/ledger/reduce-application.ts';
import {
  awaitsReview,
  type Consent,
  consentsOf,
  isInForce,
  standingGround,
} from '../../../../src-shared/ledger/reduce-consents.ts';
import { holdsSpecialData } from '../../../../src-shared/rules/special-category.ts';
import type { PublishedText } from '../../../../src-shared/rules/texts.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { entriesOfStream, type Reader } from '../../ledger/entries.repo.ts';
import { actorNames } from '../application/actor-names.ts';
import { textsInForce } from '../text/texts.repo.ts';
import { askedTexts } from './asked-texts.ts';
import { titleOf } from './text-titles.ts';

type Services = {
  readonly db: Reader;
  readonly catalogue: Catalogue;
  readonly sealTrouble: () => string | null;
};

/** Notice, consents and ground of one application, for those who work at the desk. */
export async function consentsOfApplication(
  { db, catalogue, sealTrouble }: Services,
  applicationId: string,
  { reader, day }: { readonly reader: User; readonly day: string },
): Promise<Result<ConsentsOfApplication>> {
  const state = foldApplication(await entriesOfStream(db, { kind: 'application', id: applicationId }));
  if (state === undefined) return fail('not_found');
  const names = await actorNames(db, catalogue);
  const by = ({ at, actor }: { readonly at: string; readonly actor: string }) => ({
    at,
    by: names.actor(actor),
  });
  const title = titleOf(db, catalogue);
  const { consents } = state;
  const ground = standingGround(consents);
  const decided = new Set(consents.decided.map(({ consentId }) => consentId));
  const open = consents.printed.filter(({ consentId }) => !decided.has(consentId));
  return succeed({
    notices: await Promise.all(
      state.notices.map(async (notice) => ({
        title: await title(notice),
        textVersion: notice.textVersion,
        language: notice.language,
        method: notice.method,
        ...by(notice),
      })),
    ),
    consents: await Promise.all(
      consentsOf(consents).map(async (consent) => ({
        ...rowOf(consent, await title(consent)),
        ...by(consent),
        withdrawal: consent.withdrawal && {
          ...by(consent.withdrawal),
          channel: consent.withdrawal.channel,
          note: consent.withdrawal.note,
        },
        review: consent.review && {
          ...by(consent.review),
          outcome: consent.review.outcome,
          ground: consent.review.ground,
          note: consent.review.note,
        },
      })),
    ),
    sheets: await Promise.all(
      open.map(async ({ consentId, sheetCode, ...sheet }) => ({
        ...{ consentId, sheetCode },
        title: await title(sheet),
        ...by(sheet),
      })),
    ),
    holdsSpecialData: holdsSpecialData(state, catalogue.topic(state.registration.topicCode)),
    ground: ground && { basis: ground.basis, note: ground.note, ...by(ground) },
    texts: choices(
      [
        ...(await textsInForce(db, catalogue, { kind: 'notice', day })),
        ...(await textsInForce(db, catalogue, { kind: 'consent', day })),
      ],
      askedTexts(state, catalogue),
    ),
    sealTrouble: sealTrouble(),
    canReview: reader.role === 'supervisor' || reader.role === 'administrator',
  });
}

function rowOf(consent: Consent, title: string): Omit<ConsentRow, 'at' | 'by' | 'withdrawal' | 'review'> {
  const { seal, timestamped, scan } = consent;
  const stamp =
    timestamped?.timestamp ?? (seal === null || seal.timestamp === 'pending' ? null : seal.timestamp);
  return {
    consentId: consent.consentId,
    title,
    textVersion: consent.textVersion,
    language: consent.language,
    decision: consent.decision,
    method: consent.method,
    isInForce: isInForce(consent),
    seal: sealStanding(consent, stamp),
    timestampAt: stamp,
    attachmentId: (timestamped ?? seal ?? scan)?.attachmentId ?? null,
    awaitsReview: awaitsReview(consent),
  };
}

function sealStanding({ method, seal }: Consent, stamp: string | null): ConsentRow['seal'] {
  if (method === 'wet_signature') return 'none';
  if (seal === null) return 'waiting';
  return stamp === null ? 'timestamp_pending' : 'timestamped';
}

/** One line for each code, by the Turkish title, which every text has. */
function choices(texts: readonly PublishedText[], asked: readonly string[]): ConsentsOfApplication['texts'] {
  const byCode = Map.groupBy(texts, ({ code }) => code);
  const all = [...byCode].flatMap(([code, [first, ...rest]]) => {
    if (first === undefined) return [];
    const versions = [first, ...rest];
    const named = versions.find(({ language }) => language === 'tr') ?? first;
    const { kind, title } = named;
    return [
      {
        code,
        kind,
        title,
        languages: versions.map(({ language }) => language),
        isAsked: asked.includes(code),
      },
    ];
  });
  return all.toSorted((a, b) => Number(b.isAsked) - Number(a.isAsked));
}
