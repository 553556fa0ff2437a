import { fail, succeed } from '../../../../src-shared/contract/errors.ts';
import type { phoneContract } from '../../../../src-shared/contract/phone.ts';
import { fact } from '../../../../src-shared/ledger/entry-types.ts';
import { countSegments, normaliseSmsText } from '../../../../src-shared/rules/sms-segments.ts';
import { renderTemplate } from '../../../../src-shared/rules/sms-template.ts';
import { maskPhone, parsePhone } from '../../../../src-shared/text/phone.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { Handlers } from '../../handler.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import type { Clock, Ids } from '../../ports.ts';
import { consumerAtDesk } from '../consumer/consumer-at-desk.ts';
import { createCodes } from './codes.ts';

type Services = {
  readonly db: Reader;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly catalogue: Catalogue;
};

/**
 * Verifies a number by a code (KVKK Board decisions 2020/66, 2020/966 and 2025/1072): the SMS says what the code is for
 * and nothing else, and nothing else is asked for along with it. The code is in no store of this PC but in that SMS.
 */
export function phoneService({ db, clock, ids, catalogue }: Services): Handlers<keyof typeof phoneContract> {
  const codes = createCodes(clock, ids);
  return {
    'phone.sendCode': async (context, { phone: typed, ofConsumer = '' }) => {
      const phone = typed ?? (await mobileOnCard(db, ofConsumer));
      if (phone === undefined) return fail('not_found');
      const issued = codes.issue(phone);
      if (issued === undefined) return fail('code_too_often');
      const { checkId, code, expiresAt } = issued;
      const template = catalogue.smsTemplate('phone_verification');
      const rendered = renderTemplate(template, { code });
      if (!rendered.ok) throw new Error(`A shipped SMS template can't be filled: ${rendered.message}`);
      const text = normaliseSmsText(rendered.text);
      const stream = { kind: 'phone', id: checkId };
      return context.write(async (work) => {
        await work.append(fact(stream, 'phone.code_sent', { phone, expiresAt }));
        await work.append(
          fact(stream, 'sms.requested', {
            ...{ smsId: ids.uuid(), purpose: 'phone_verification', to: phone, text },
            ...{ segments: countSegments(text).segments, templateVersion: template.version },
          }),
        );
        return succeed({ checkId, phone: typed ?? maskPhone(phone), expiresAt });
      });
    },

    'phone.verifyCode': async (context, { checkId, code }) => {
      const judged = codes.judge(checkId, code);
      if (judged.kind === 'gone') return fail('code_over');
      if (judged.kind === 'wrong')
        return fail('invalid_input', [{ path: 'code', message: wrongWords(judged.left) }]);
      const { phone } = judged;
      return context.write(async (work) => {
        await work.append(fact({ kind: 'phone', id: checkId }, 'phone.verified', { phone }));
        return succeed({});
      });
    },
  };
}

async function mobileOnCard(db: Reader, consumerId: string): Promise<string | undefined> {
  const phone = parsePhone((await consumerAtDesk(db, consumerId))?.card.phone ?? '');
  return phone?.canReceiveSms === true ? phone.e164 : undefined;
}

function wrongWords(left: number): string {
  return left === 0
    ? 'Kod yanlış. Bu kodla başka deneme yapılamaz; yeni kod gönderin.'
    : `Kod yanlış. ${left} deneme kaldı.`;
}
