import type { ApplicationFile } from '../../../src-shared/contract/application-file.ts';
import type { Topic } from '../../../src-shared/rules/catalogue.ts';
import { TopicAnswerInput } from '../../components/topic/topic-answer-input.tsx';
import { TopicSelect } from '../../components/topic/topic-select.tsx';
import type { AmendTopic } from './action-drafts.ts';
import { topicNow, withTopic } from './amend-fields.ts';
import type { FieldMessages } from './check-input.ts';

type AmendTopicFieldsProps = {
  readonly file: ApplicationFile;
  /** None until the catalogue is there. */
  readonly topics: readonly Topic[];
  readonly changed: AmendTopic | null;
  readonly messages: FieldMessages;
  readonly onChange: (topic: AmendTopic) => void;
};

/** What the application is about, and the answers to what the topic asks. */
export function AmendTopicFields({ file, topics, changed, messages, onChange }: AmendTopicFieldsProps) {
  const now = changed ?? topicNow(file, topics);
  const topic = topics.find(({ code }) => code === now.code);
  return (
    <>
      <TopicSelect
        topics={topics}
        value={now.code}
        onChoose={(chosen) => onChange(withTopic(now, chosen))}
        error={messages['topic.topicCode'] ?? messages.topic}
        disabled={topics.length === 0}
      />
      {topic?.fields.map((field) => (
        <TopicAnswerInput
          key={`${now.code}.${field.key}`}
          field={field}
          value={now.answers[field.key] ?? ''}
          onChange={(answer) => onChange({ ...now, answers: { ...now.answers, [field.key]: answer } })}
          error={messages[`topic.topicFields.${field.key}`]}
        />
      ))}
    </>
  );
}
