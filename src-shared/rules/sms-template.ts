/** Every value that an SMS may carry: no identity or installation number, no debt, no topic. */
export const smsVariables = [
  'applicantShort',
  'applicationNo',
  'trackingCode',
  'trackingUrl',
  'outcome',
  'code',
] as const;

export type SmsVariable = (typeof smsVariables)[number];

export type SmsTemplate = {
  readonly code: string;
  readonly version: number;
  readonly language: string;
  readonly text: string;
  readonly variables: readonly SmsVariable[];
};

export type SmsValues = Readonly<Record<string, string>>;

export type RenderResult =
  | { readonly ok: true; readonly text: string }
  | {
      readonly ok: false;
      readonly missing: readonly string[];
      readonly unknown: readonly string[];
      readonly message: string;
    };

const placeholder = /\{([^{}]*)\}/g;

/** The names between braces in a template's text, each once. */
export function placeholdersIn(text: string): readonly string[] {
  return [...new Set(Array.from(text.matchAll(placeholder), (match) => match[1] ?? ''))];
}

/**
 * Fills a template. Refuses, rather than send a half-filled or surprising text: a placeholder or a value that
 * the template does not declare (`unknown`), and a declared one without a value that is not blank
 * (`missing`). Braces inside a value are left as they are, never filled again.
 */
export function renderTemplate(
  template: Pick<SmsTemplate, 'text' | 'variables'>,
  values: SmsValues,
): RenderResult {
  const declared: readonly string[] = template.variables;
  const used = placeholdersIn(template.text);
  const given = new Map(Object.entries(values));
  const unknown = [...new Set([...used, ...given.keys()])].filter((name) => !declared.includes(name));
  const missing = declared.filter((name) => (given.get(name) ?? '').trim() === '');
  if (unknown.length > 0 || missing.length > 0) {
    return { ok: false, missing, unknown, message: refusal(missing, unknown) };
  }
  return { ok: true, text: template.text.replace(placeholder, (_, name: string) => given.get(name) ?? '') };
}

function refusal(missing: readonly string[], unknown: readonly string[]): string {
  const parts = [
    missing.length > 0 ? `Değeri eksik alanlar: ${missing.join(', ')}.` : '',
    unknown.length > 0 ? `Bu şablonda tanımlı olmayan alanlar: ${unknown.join(', ')}.` : '',
  ];
  return `SMS metni oluşturulamadı. ${parts.filter((part) => part !== '').join(' ')}`;
}
