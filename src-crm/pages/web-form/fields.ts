import { type Html, html } from '../html.ts';

/** What was typed, and what is wrong with it, by the name of the form's field. */
export type FormState = {
  readonly values: Readonly<Record<string, string>>;
  readonly errors: ReadonlyMap<string, string>;
};

type Field = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly isOptional?: boolean;
};
export type Option = { readonly value: string; readonly label: string; readonly hint?: string };

type TextField = Field & {
  readonly type?: 'text' | 'tel' | 'email' | 'date' | 'datetime-local';
  readonly inputmode?: 'numeric' | 'decimal';
  readonly autocomplete?: string;
  readonly max: number;
};

export function textField(state: FormState, field: TextField): Html {
  const { name, type = 'text', inputmode, autocomplete = 'off', max } = field;
  return html`${labelOf(field)}${hintOf(field)}${errorOf(state, name)}
<input type="${type}" id="${name}" name="${name}" value="${state.values[name]}" maxlength="${max}" autocomplete="${autocomplete}"${
    inputmode && html` inputmode="${inputmode}"`
  }${marks(state, field)}>`;
}

export function textArea(
  state: FormState,
  field: Field & { readonly rows: number; readonly max: number },
): Html {
  const { name, rows, max } = field;
  return html`${labelOf(field)}${hintOf(field)}${errorOf(state, name)}
<textarea id="${name}" name="${name}" rows="${rows}" maxlength="${max}"${marks(state, field)}>
${state.values[name]}</textarea>`;
}

export type OptionGroup = { readonly label: string; readonly options: readonly Option[] };

export function selectField(
  state: FormState,
  field: Field & { readonly options: readonly Option[] | readonly OptionGroup[] },
): Html {
  const { name, options, isOptional } = field;
  const chosen = state.values[name] ?? '';
  return html`${labelOf(field)}${hintOf(field)}${errorOf(state, name)}
<select id="${name}" name="${name}"${marks(state, field)}>
<option value="">${isOptional ? 'Seçmek istemiyorum' : 'Seçin'}</option>
${options.map((item) =>
  'options' in item
    ? html`<optgroup label="${item.label}">${item.options.map((option) => optionOf(option, chosen))}</optgroup>`
    : optionOf(item, chosen),
)}</select>`;
}

function optionOf({ value, label }: Option, chosen: string): Html {
  return html`<option value="${value}"${value === chosen && html` selected`}>${label}</option>`;
}

export function radioField(state: FormState, field: Field & { readonly options: readonly Option[] }): Html {
  const { name, label, options } = field;
  const chosen = state.values[name] ?? '';
  return html`<fieldset class="choices" role="radiogroup" aria-labelledby="${name}-ad"${marks(state, field)}>
<legend id="${name}-ad">${label}</legend>${hintOf(field)}${errorOf(state, name)}
${options.map(
  ({ value, label: words, hint }, index) => html`<div class="choice">
<input type="radio" id="${index === 0 ? name : `${name}-${value}`}" name="${name}" value="${value}"${value === chosen && html` checked`}>
<label for="${index === 0 ? name : `${name}-${value}`}">${words}${hint !== undefined && html`<span class="hint">${hint}</span>`}</label>
</div>`,
)}</fieldset>`;
}

function labelOf({ name, label, isOptional }: Field): Html {
  return html`<label for="${name}">${label}${isOptional === true && html` <span class="optional">(isteğe bağlı)</span>`}</label>`;
}

function hintOf({ name, hint }: Field): Html | false {
  return hint !== undefined && html`<span class="hint" id="${name}-ipucu">${hint}</span>`;
}

function errorOf({ errors }: FormState, name: string): Html | false {
  const message = errors.get(name);
  return message !== undefined && html`<span class="error" id="${name}-hata">${message}</span>`;
}

function marks({ errors }: FormState, { name, hint, isOptional }: Field): Html {
  const described = [
    ...(hint === undefined ? [] : [`${name}-ipucu`]),
    ...(errors.has(name) ? [`${name}-hata`] : []),
  ].join(' ');
  return html`${described !== '' && html` aria-describedby="${described}"`}${
    errors.has(name) && html` aria-invalid="true"`
  }${isOptional !== true && html` aria-required="true"`}`;
}
