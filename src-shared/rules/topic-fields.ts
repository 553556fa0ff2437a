import { z } from 'zod';
import type { FieldError } from '../contract/errors.ts';
import { parsePhone } from '../text/phone.ts';
import type { Topic, TopicField } from './catalogue.ts';

/** What the topic asks for and does not find, or finds wrong, each at its field. */
export function topicFieldErrors(
  topic: Topic,
  values: Readonly<Record<string, string>>,
): readonly FieldError[] {
  const known = new Set(topic.fields.map((field) => field.key));
  const strangers = Object.keys(values)
    .filter((key) => !known.has(key))
    .map((key) => ({ path: `topicFields.${key}`, message: 'Bu konu böyle bir alan istemiyor.' }));
  const wrong = topic.fields.flatMap((field) => {
    const message = errorOf(field, values[field.key]?.trim() ?? '');
    return message === undefined ? [] : [{ path: `topicFields.${field.key}`, message }];
  });
  return [...strangers, ...wrong];
}

function errorOf(field: TopicField, value: string): string | undefined {
  if (value === '') return field.required ? `${field.label} yazılmalı.` : undefined;
  switch (field.kind) {
    case 'text':
      return undefined;
    case 'number':
      return /^\d+([.,]\d+)?$/.test(value) ? undefined : 'Sayı yazılmalı. Örnek: 1250,50';
    case 'date':
      return z.iso.date().safeParse(value).success ? undefined : 'Geçerli bir tarih seçilmeli.';
    case 'datetime':
      return z.iso.datetime({ local: true, offset: true }).safeParse(value).success
        ? undefined
        : 'Geçerli bir tarih ve saat seçilmeli.';
    case 'phone':
      return parsePhone(value) === undefined ? 'Telefon numarası geçersiz.' : undefined;
    case 'choice':
      return field.choices?.some((choice) => choice.value === value)
        ? undefined
        : 'Listedeki seçeneklerden biri seçilmeli.';
  }
}
