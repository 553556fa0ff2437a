import { fail, succeed } from '../../../../src-shared/contract/errors.ts';
import type { TextStanding, textContract } from '../../../../src-shared/contract/text.ts';
import { fact } from '../../../../src-shared/ledger/entry-types.ts';
import { textFaults } from '../../../../src-shared/rules/text-checks.ts';
import {
  canonicalText,
  inForceOn,
  nextAfter,
  type PublishedText,
  publishedText,
  textFamilies,
  writtenText,
} from '../../../../src-shared/rules/texts.ts';
import { localDay } from '../../../../src-shared/text/format.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { Handlers } from '../../handler.ts';
import { sha256 } from '../../ledger/digest.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import type { Clock } from '../../ports.ts';
import { listUsers } from '../session/users.repo.ts';
import { today } from '../ticket/ticket-services.ts';
import { type TextVersion, textHistory, textVersion, versionsOf } from './texts.repo.ts';

type Services = { readonly db: Reader; readonly catalogue: Catalogue; readonly clock: Clock };

export function textService({ db, catalogue, clock }: Services): Handlers<keyof typeof textContract> {
  return {
    'text.list': async () => {
      const texts = (await versionsOf(db, catalogue, {})).map(({ text }) => text);
      const day = today(clock);
      return succeed({ texts: textFamilies(texts).flatMap((versions) => rowOf(versions, day) ?? []) });
    },

    'text.history': async (_context, wanted) => {
      const versions = await textHistory(db, catalogue, wanted);
      const day = today(clock);
      const names = new Map((await listUsers(db)).map(({ id, displayName }) => [id, displayName]));
      return succeed({
        versions: versions.toReversed().map((version) => ({
          ...version,
          standing: standingOf(version, versions, day),
          publishedBy:
            version.publishedBy === null ? null : (names.get(version.publishedBy) ?? version.publishedBy),
        })),
      });
    },

    'text.version': async (_context, wanted) => {
      const text = await textVersion(db, catalogue, wanted);
      if (text === undefined) return succeed({ found: null });
      const canonical = canonicalText(writtenText(text));
      return succeed({
        found: { text, hashNow: sha256(canonical), bytes: Buffer.byteLength(canonical, 'utf8') },
      });
    },

    'text.publish': async (context, { text, after }) =>
      context.write(async (work) => {
        const versions = (await versionsOf(work.trx, catalogue, { code: text.code })).map(
          (kept) => kept.text,
        );
        const errors = textFaults(text, { versions, today: today(clock) });
        if (errors.length > 0) return fail('invalid_input', errors);
        const latest = Math.max(
          0,
          ...versions.filter(({ language }) => language === text.language).map(({ version }) => version),
        );
        if (latest !== after) return fail('text_changed');
        const written = { ...text, version: latest + 1 };
        await work.append(fact({ kind: 'text', id: text.code }, 'text.published', { text: written }));
        const { version, hash } = publishedText(written, sha256);
        return succeed({ version, hash });
      }),
  };
}

function rowOf(versions: readonly PublishedText[], day: string) {
  const latest = versions.at(-1);
  if (latest === undefined) return undefined;
  const inForce = inForceOn(versions, day);
  const next = nextAfter(versions, day);
  const { code, kind, language } = latest;
  return {
    ...{ code, kind, language },
    title: (inForce ?? latest).title,
    inForce: inForce === undefined ? null : lineOf(inForce),
    next: next === undefined ? null : lineOf(next),
    versions: versions.length,
  };
}

function lineOf({ version, validFrom, validTo, draft }: PublishedText) {
  return { version, validFrom, validTo, draft };
}

function standingOf({ text }: TextVersion, versions: readonly TextVersion[], day: string): TextStanding {
  const inForce = inForceOn(
    versions.map((version) => version.text),
    day,
  );
  if (inForce === text) return 'in_force';
  // One whose place was taken on its very day may have been given that morning.
  const isReplaced = versions.some(
    ({ text: other, publishedAt }) =>
      other.validFrom === text.validFrom &&
      other.version > text.version &&
      publishedAt !== null &&
      localDay(publishedAt) < text.validFrom,
  );
  if (isReplaced) return 'replaced';
  if (text.validFrom > day) return 'coming';
  return text.validTo !== null && text.validTo < day ? 'ended' : 'past';
}
