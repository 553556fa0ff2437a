const markup = Symbol('markup');

/** Markup that was made by `html` and nowhere else: the symbol can't come in by JSON. */
export type Html = { readonly [markup]: string };
type Part = Html | string | number | null | undefined | false | readonly Part[];

/** Builds markup; whatever is put in is escaped unless it is markup itself. Good for text and quoted attributes. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const pieces = strings.map((string, index) => string + textOf(parts[index]));
  return { [markup]: pieces.join('') };
}

export function markupOf(page: Html): string {
  return page[markup];
}

function textOf(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (typeof part === 'string' || typeof part === 'number') return escapeHtml(String(part));
  return isMarkup(part) ? part[markup] : part.map(textOf).join('');
}

function isMarkup(part: Html | readonly Part[]): part is Html {
  return !Array.isArray(part);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
