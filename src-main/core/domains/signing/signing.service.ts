import { fail, failSaying, type Result, succeed } from '../../../../src-shared/contract/errors.ts';
import type { OutputOf, ParsedInputOf } from '../../../../src-shared/contract/index.ts';
import type {
  FollowedSigning,
  ShownSigning,
  signingContract,
} from '../../../../src-shared/contract/signing.ts';
import { foldApplication } from '../../../../src-shared/ledger/reduce-application.ts';
import { localDay } from '../../../../src-shared/text/format.ts';
import { signerUrl } from '../../../../src-shared/text/screen-url.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { type Context, type Handlers, systemActor, userOf } from '../../handler.ts';
import { entriesOfStream, type Reader } from '../../ledger/entries.repo.ts';
import type { Clock, Ids } from '../../ports.ts';
import type { Sessions } from '../../sessions.ts';
import type { Writer } from '../../write.ts';
import type { Screens } from '../screen/screens-gate.ts';
import type { SignerPairing } from './signer-pairing.ts';
import { type Act, type Signing, type Signings, signatureOf, stageOf } from './signings.ts';
import { submit } from './submit.ts';
import { textsToShow } from './texts-to-show.ts';

export type SigningServices = {
  readonly db: Reader;
  readonly writer: Writer;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly catalogue: Catalogue;
  readonly sessions: Pick<Sessions, 'get'>;
  readonly screens: Pick<Screens, 'listening' | 'hosts' | 'server'>;
  readonly pairing: SignerPairing;
  readonly signings: Signings;
};

/** The consumer's side of notice and consent: which texts are before whom, how far they are, and what comes of it. */
export function signingService(services: SigningServices): Handlers<keyof typeof signingContract> {
  const { db, writer, signings, pairing, ids } = services;

  /** Of the screen that calls: what is before the consumer there. The clerk's own is one while it is handed over. */
  function shownTo({ caller }: Context): Signing | undefined {
    const isOwn = caller.signer === undefined;
    const signing = isOwn ? signings.atWindow(caller.window) : signings.at(caller.signer);
    return signing !== undefined &&
      (!isOwn || signing.where === 'this_screen') &&
      isAlive(services, signing) &&
      !signing.isBlank &&
      signing.end !== 'given_up'
      ? signing
      : undefined;
  }

  function changing(
    context: Context,
    signingId: string,
    change: (signing: Signing) => Result<Signing>,
  ): Result<Record<string, never>> {
    const signing = shownTo(context);
    if (signing?.signingId !== signingId) return fail('not_found');
    if (signing.end !== null) return fail('wrong_state');
    const changed = change(signing);
    if (!changed.ok) return changed;
    signings.change(signingId, () => changed.value);
    return succeed({});
  }

  function changingAct(
    context: Context,
    { signingId, actId }: { readonly signingId: string; readonly actId: string },
    change: (act: Act) => Result<Act>,
  ): Result<Record<string, never>> {
    return changing(context, signingId, (signing) => {
      const act = signing.acts.find((one) => one.actId === actId);
      if (act === undefined) return fail('not_found');
      const changed = change(act);
      if (!changed.ok) return changed;
      return succeed({ ...signing, acts: signing.acts.map((one) => (one === act ? changed.value : one)) });
    });
  }

  return {
    'signing.start': (context, input) => start(services, context, input),

    'signing.state': async ({ caller }) => {
      const signing = signings.atWindow(caller.window);
      const isOurs = signing !== undefined && isAlive(services, signing);
      return succeed({ signing: isOurs ? followed(signing) : null, paired: await pairing.states() });
    },

    'signing.cancel': async ({ caller }, { signingId }) => {
      const signing = signings.atWindow(caller.window);
      if (signing?.signingId !== signingId) return fail('not_found');
      // What was handed in a moment before stands.
      if (signing.end === null) signings.change(signingId, (one) => ({ ...one, end: 'given_up' }));
      return succeed({});
    },

    'signing.finish': async (context, { signingId }) => {
      const signing = shownTo(context);
      if (signing?.signingId === signingId) {
        if (signing.end === null) return fail('wrong_state');
        signings.change(signingId, (one) => ({ ...one, isBlank: true }));
      }
      return succeed({});
    },

    'signing.current': async (context) => {
      const signing = shownTo(context);
      return succeed(signing === undefined ? null : shown(signing));
    },

    'signing.progress': async (context, { readShare, ...asked }) =>
      changingAct(context, asked, (act) =>
        succeed({ ...act, readShare: Math.max(act.readShare, readShare) }),
      ),

    'signing.answer': async (context, { answer, ...asked }) =>
      changingAct(context, asked, (act) => {
        if ((act.text.kind === 'notice') !== (answer === 'informed'))
          return fail('invalid_input', [{ path: 'answer', message: 'Bu metne bu yanıt verilemez.' }]);
        return succeed({ ...act, answer });
      }),

    'signing.submit': (context, input) => submit(services, context, shownTo(context), input),

    'signing.pair': async (_context, { place }) => {
      const { screens } = services;
      const listening = screens.listening();
      if (listening.state !== 'listening')
        return failSaying(
          'wrong_state',
          'Ekran sunucusu kapalı olduğu için ekran eşleştirilemiyor. Yönetici, Ayarlar → Ekranlar bölümünden açmalı.',
        );
      const [host] = place === 'tablet' ? screens.hosts((await screens.server()).host) : ['127.0.0.1'];
      if (host === undefined)
        return failSaying('wrong_state', 'Bu bilgisayar bir ağa bağlı değil; tablet ona ulaşamaz.');
      // Without a receipt: a key is kept nowhere but on the screen that it is for. Asking again makes another one.
      const paired = await writer.write(systemActor, async (work) =>
        succeed(await pairing.pair(work, place)),
      );
      if (!paired.ok) return paired;
      return succeed({
        code: paired.value,
        url: signerUrl(`http://${host}:${listening.port}`, paired.value),
      });
    },

    'signing.unpair': async (context, { place }) =>
      context.write(async (work) => {
        await pairing.unpair(work, place);
        return succeed({});
      }),
  };

  async function start(
    { catalogue, clock }: SigningServices,
    context: Context,
    { applicationId, language, where, textCodes }: ParsedInputOf<'signing.start'>,
  ): Promise<Result<OutputOf<'signing.start'>>> {
    if (where !== 'this_screen' && (await pairing.states())[where] === 'none')
      return fail('invalid_input', [{ path: 'where', message: unpairedSentences[where] }]);
    const state = foldApplication(await entriesOfStream(db, { kind: 'application', id: applicationId }));
    if (state === undefined) return fail('not_found');
    const day = localDay(new Date(clock.now()).toISOString());
    const texts = await textsToShow({ db, catalogue, day }, state, { language, textCodes });
    if (!texts.ok) return texts;
    const other = where === 'this_screen' ? undefined : signings.at(where);
    const { window } = context.caller;
    if (other !== undefined && other.window !== window && other.end === null && isAlive(services, other))
      return fail('invalid_input', [
        { path: 'where', message: 'Bu ekranda başka bir başvurunun metinleri açık. Önce o bitmeli.' },
      ]);
    const signingId = ids.uuid();
    signings.begin({
      ...{ signingId, window, applicationId, language, where },
      userId: userOf(context).id,
      applicationNo: state.registration.applicationNo,
      acts: texts.value.map((text) => ({ actId: text.code, text, readShare: 0, answer: null })),
      ...{ end: null, isSigned: false, isBlank: false },
    });
    return succeed({ signingId });
  }
}

const unpairedSentences = {
  tablet: 'Eşleştirilmiş tablet yok. Önce tableti karekodla eşleştirin.',
  second_window: 'İkinci ekran açık değil. Önce ikinci ekranı açın.',
} as const;

/** Whoever started it still sits there: with another user at the window, it is nobody's. */
function isAlive({ sessions }: SigningServices, { window, userId }: Signing): boolean {
  return sessions.get(window)?.user.id === userId;
}

function followed(signing: Signing): FollowedSigning {
  const { signingId, applicationId, applicationNo, where, acts } = signing;
  return {
    ...{ signingId, applicationId, applicationNo, where },
    stage: stageOf(signing),
    acts: acts.map(({ actId, text, readShare, answer }) => ({
      ...{ actId, readShare, answer },
      kind: text.kind,
      title: text.title,
    })),
    signature: signatureOf(signing),
  };
}

function shown(signing: Signing): ShownSigning {
  const { signingId, language, acts } = signing;
  return {
    ...{ signingId, language },
    stage: stageOf(signing),
    acts: acts.map(({ actId, text, answer }) => ({
      ...{ actId, answer },
      kind: text.kind,
      title: text.title,
      purpose: text.purpose,
      dataCategories: [...text.dataCategories],
      legalGrounds: [...text.legalGrounds],
      version: text.version,
      body: [...text.body],
    })),
    signature: signatureOf(signing),
  };
}
