import { phoneField } from '../../src-shared/contract/fields.ts';
import type { TopicField } from '../../src-shared/rules/catalogue.ts';
import { formatPhone } from '../../src-shared/text/phone.ts';
import { parseTypedDay, parseTypedMoment } from './turkish-moment.ts';

/**
 * An answer to a question of the topic as the contract wants it: ISO days and moments, a point in decimals; undefined
 * where what was typed makes none.
 * @param today `yyyy-MM-dd`, what `bugün` means
 */
export function answerOf(
  { kind }: Pick<TopicField, 'kind'>,
  typed: string,
  today: string,
): string | undefined {
  switch (kind) {
    case 'date':
      return parseTypedDay(typed, today);
    case 'datetime':
      return parseTypedMoment(typed, today);
    case 'number':
      return parseTypedNumber(typed);
    case 'phone':
      return phoneField.safeParse(typed).data;
    case 'choice':
    case 'text':
      return typed;
  }
}

/** The same answer as one would type it. */
export function typedAnswer({ kind }: Pick<TopicField, 'kind'>, stored: string): string {
  switch (kind) {
    case 'date':
    case 'datetime':
      return stored.replace(/^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d).*)?$/, (_, year, month, day, time) =>
        [`${day}.${month}.${year}`, time].filter(Boolean).join(' '),
      );
    case 'number':
      return stored.replace('.', ',');
    case 'phone':
      return formatPhone(stored);
    case 'choice':
    case 'text':
      return stored;
  }
}

type Answers = Readonly<Record<string, string>>;

/** Of a topic's answers as typed, those that say something, as the contract wants them; what makes none goes as typed. */
export function answersOf(fields: readonly TopicField[], typed: Answers, today: string): Answers {
  const given = fields.flatMap((field) => {
    const value = (typed[field.key] ?? '').trim();
    return value === '' ? [] : [[field.key, answerOf(field, value, today) ?? value] as const];
  });
  return Object.fromEntries(given);
}

/** The answers to questions that this topic asks as well: they stay when it is chosen in another's place. */
export function answersThatStay(fields: readonly TopicField[], answers: Answers): Answers {
  const asked = new Set(fields.map(({ key }) => key));
  return Object.fromEntries(Object.entries(answers).filter(([key]) => asked.has(key)));
}

/** `1.250,5` as people write it here; a lone point before fewer or more than three digits is a decimal one. */
function parseTypedNumber(text: string): string | undefined {
  const turkish = /^\d{1,3}(\.\d{3})+(,\d+)?$/.test(text) ? text.replaceAll('.', '') : text;
  const plain = turkish.replace(',', '.');
  return /^\d+(\.\d+)?$/.test(plain) ? plain : undefined;
}
