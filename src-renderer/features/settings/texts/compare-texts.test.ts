import { describe, expect, it } from 'vitest';
import { type Comparable, type ComparedRow, compareTexts } from './compare-texts.ts';

const text: Comparable = {
  title: 'Aydınlatma metni',
  purpose: '',
  dataCategories: [],
  legalGrounds: ['6698 md. 5/2-ç'],
  body: ['Veri sorumlusu: OEDAŞ.', 'Saklama: Verileriniz beş yıl saklanır.', 'Haklarınız: Kanun md. 11.'],
};

/** `[-gone-]` and `[+come+]`, so that a row is read at a glance. */
function shown(rows: readonly ComparedRow[]): readonly string[] {
  const side = (pieces: ComparedRow['left']) =>
    pieces === null
      ? '∅'
      : pieces
          .map(({ words, change }) =>
            change === 'same' ? words : change === 'removed' ? `[-${words}-]` : `[+${words}+]`,
          )
          .join('');
  return rows.filter(({ isChanged }) => isChanged).map(({ left, right }) => `${side(left)} | ${side(right)}`);
}

describe('two versions side by side', () => {
  it('are the same row by row where nothing was changed', () => {
    const rows = compareTexts(text, text);
    expect(rows.map(({ part }) => part)).toEqual([
      'title',
      'legalGrounds',
      'paragraph',
      'paragraph',
      'paragraph',
    ]);
    expect(shown(rows)).toEqual([]);
  });

  it('show the words of a paragraph that went and came, with its letters whole', () => {
    const body = text.body.with(1, 'Saklama: Verileriniz on iki yıl saklanır.');
    expect(shown(compareTexts(text, { ...text, body }))).toEqual([
      'Saklama: Verileriniz [-beş -]yıl saklanır. | Saklama: Verileriniz [+on iki +]yıl saklanır.',
    ]);
  });

  it('show a paragraph that was put in or taken out alone, and its neighbours in their places', () => {
    const added = 'Aktarım: Verileriniz tedarikçinize aktarılır.';
    expect(shown(compareTexts(text, { ...text, body: text.body.toSpliced(1, 0, added) }))).toEqual([
      `∅ | [+${added}+]`,
    ]);
    expect(shown(compareTexts(text, { ...text, body: text.body.toSpliced(0, 1) }))).toEqual([
      '[-Veri sorumlusu: OEDAŞ.-] | ∅',
    ]);
  });

  it('keep a changed paragraph beside the one that it became, past one that is new', () => {
    const body = text.body.toSpliced(1, 1, 'Toplama: Beyanınızla.', 'Saklama: Verileriniz iki yıl saklanır.');
    expect(shown(compareTexts(text, { ...text, body }))).toEqual([
      '∅ | [+Toplama: Beyanınızla.+]',
      'Saklama: Verileriniz [-beş -]yıl saklanır. | Saklama: Verileriniz [+iki +]yıl saklanır.',
    ]);
  });

  it('say what became of a ground or a purpose', () => {
    const after = { ...text, purpose: 'Başvuru', legalGrounds: ['6698 md. 5/2-ç', '6698 md. 5/2-e'] };
    expect(shown(compareTexts(text, after))).toEqual([
      '∅ | [+Başvuru+]',
      '6698 md. 5/2-[-ç-] | 6698 md. 5/2-[+ç · 6698 md. 5/2-e+]',
    ]);
  });

  it('part the words of scripts that have no Latin letter', () => {
    const arabic = (body: string): Comparable => ({ ...text, body: [body] });
    expect(shown(compareTexts(arabic('نحمي بياناتك هنا'), arabic('نحمي بياناتك هناك')))).toEqual([
      'نحمي بياناتك [-هنا-] | نحمي بياناتك [+هناك+]',
    ]);
  });
});
