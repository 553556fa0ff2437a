import type { InputOf, OutputOf } from '../../src-shared/contract/index.ts';
import type { ActAnswer } from '../../src-shared/contract/signing.ts';
import { drawn, signatureShapes } from '../../src-shared/testing/signatures.ts';
import type { TestCore } from './make-core.ts';
import { anApplication } from './workplace.ts';

export const aSignature = drawn(signatureShapes.name);

/** An application whose topic is special-category data. */
export function aLifeSupport(
  changes: Partial<InputOf<'application.register'>> = {},
): InputOf<'application.register'> {
  return anApplication({
    topicCode: 'life_support',
    applicationType: 'request',
    topicFields: { device: 'Solunum cihazı', reportExpiresOn: '2027-01-01', outageNoticeChannel: 'sms' },
    description: 'Evde solunum cihazı kullanılıyor.',
    ...changes,
  });
}

type How = {
  readonly textCodes?: readonly string[];
  /** By the code of the text; what is not named is agreed to. */
  readonly answers?: Readonly<Record<string, ActAnswer>>;
  readonly window?: string;
  readonly commandId?: string;
};

/** The texts on the clerk's own screen turned round, each answered, and handed in with a signature. */
export async function signOnScreen(
  test: Pick<TestCore, 'ok'>,
  applicationId: string,
  { textCodes, answers = {}, window = 'clerk', commandId }: How = {},
): Promise<OutputOf<'signing.submit'>> {
  const at = { window };
  const start = { applicationId, language: 'tr', where: 'this_screen' } as const;
  const chosen = textCodes === undefined ? null : [...textCodes];
  const { signingId } = await test.ok('signing.start', { ...start, textCodes: chosen }, at);
  const shown = await test.ok('signing.current', {}, at);
  for (const { actId, kind } of shown?.acts ?? [])
    await test.ok(
      'signing.answer',
      { signingId, actId, answer: answers[actId] ?? (kind === 'notice' ? 'informed' : 'accepted') },
      at,
    );
  return test.ok(
    'signing.submit',
    { signingId, signature: aSignature },
    { ...at, ...(commandId !== undefined && { commandId }) },
  );
}
