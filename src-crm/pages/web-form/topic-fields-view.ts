import type { Topic, TopicField } from '../../../src-shared/rules/catalogue.ts';
import { assertNever } from '../../../src-shared/text/assert-never.ts';
import type { Html } from '../html.ts';
import { type FormState, radioField, selectField, textField } from './fields.ts';
import { topicFieldPrefix } from './form-names.ts';

const mostRadios = 5;

/** What the topic asks, each in the way that suits its kind without scripts. */
export function topicFieldsView(state: FormState, topic: Topic): readonly Html[] {
  return topic.fields.map((field) => fieldView(state, field));
}

function fieldView(state: FormState, { key, label, kind, required, choices = [] }: TopicField): Html {
  const field = { name: topicFieldPrefix + key, label, isOptional: !required, max: 500 };
  switch (kind) {
    case 'text':
      return textField(state, field);
    case 'number':
      return textField(state, { ...field, inputmode: 'decimal', max: 20 });
    case 'date':
      return textField(state, { ...field, type: 'date', max: 10 });
    case 'datetime':
      return textField(state, { ...field, type: 'datetime-local', max: 30 });
    case 'phone':
      return textField(state, { ...field, type: 'tel', max: 30 });
    case 'choice':
      return required && choices.length <= mostRadios
        ? radioField(state, { ...field, options: choices })
        : selectField(state, { ...field, options: choices });
    default:
      return assertNever(kind);
  }
}
