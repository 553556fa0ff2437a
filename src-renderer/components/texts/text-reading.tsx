import { Text } from '@mantine/core';
import type { Text as VersionedText } from '../../../src-shared/rules/texts.ts';
import { useText } from '../../i18n/use-text.ts';
import classes from './texts.module.css';
import { textWords } from './words.ts';

type ReadingProps = {
  readonly text: Pick<VersionedText, 'language' | 'purpose' | 'dataCategories' | 'legalGrounds' | 'body'>;
};

/** A notice or a consent as it is read: its paragraphs, then what it is founded on. */
export function TextReading({ text }: ReadingProps) {
  const words = useText(textWords);
  const { language, body, purpose, dataCategories, legalGrounds } = text;
  const paragraphs = body.map((paragraph, id) => ({ id, paragraph }));
  const facts = [
    [words.purpose, purpose],
    [words.dataCategories, dataCategories.join(' · ')],
    [words.grounds, legalGrounds.join(' · ')],
  ].filter(([, value]) => value !== '');
  return (
    <div className={classes.reading}>
      <div className={classes.paragraphs} lang={language} dir="auto">
        {paragraphs.map(({ id, paragraph }) => (
          <Paragraph key={id} paragraph={paragraph} />
        ))}
      </div>
      {facts.map(([label, value]) => (
        <Text key={label} size="sm" c="var(--bk-muted)">
          {label}: {value}
        </Text>
      ))}
    </div>
  );
}

/** What a paragraph is about, where it says so before a colon; only shown stronger, never changed. */
function Paragraph({ paragraph }: { readonly paragraph: string }) {
  const [lead] = /^[^.:]{2,40}:(?=\s)/u.exec(paragraph) ?? [];
  return (
    <p dir="auto">
      {lead !== undefined && <strong>{lead}</strong>}
      {paragraph.slice(lead?.length ?? 0)}
    </p>
  );
}
