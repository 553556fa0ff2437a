function digitsOf(text: string, length: number): readonly number[] | undefined {
  return text.length === length && /^\d+$/.test(text) ? Array.from(text, Number) : undefined;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/**
 * Whether `text` is 11 digits with the check digits of a T.C. kimlik no. A foreigner's number (begins 99)
 * obeys the same rule. The check proves correct typing, not that such a person exists.
 */
export function isTckn(text: string): boolean {
  const digits = digitsOf(text, 11);
  if (digits === undefined || digits[0] === 0) return false;
  const firstNine = digits.slice(0, 9);
  const odd = sum(firstNine.filter((_, index) => index % 2 === 0));
  const even = sum(firstNine.filter((_, index) => index % 2 === 1));
  // even can reach 36 while odd · 7 is small; 70 keeps the remainder non-negative.
  const tenth = (odd * 7 - even + 70) % 10;
  return digits[9] === tenth && digits[10] === (odd + even + tenth) % 10;
}

/** Whether `text` is 10 digits with the check digit of a vergi kimlik no. */
export function isVkn(text: string): boolean {
  const digits = digitsOf(text, 10);
  if (digits === undefined) return false;
  const remainders = digits.slice(0, 9).map((digit, index) => {
    const shifted = (digit + 9 - index) % 10;
    const remainder = (shifted * 2 ** (9 - index)) % 9;
    return shifted !== 0 && remainder === 0 ? 9 : remainder;
  });
  return digits[9] === (10 - (sum(remainders) % 10)) % 10;
}

/**
 * What a screen shows by default (KVKK Board decision 2017/62: a counter must not reveal one person's data
 * to another): '123••••••01'. A number too short to hide anything this way is hidden whole.
 */
export function maskIdentityNumber(text: string): string {
  if (text.length < 9) return '•'.repeat(text.length);
  return `${text.slice(0, 3)}${'•'.repeat(text.length - 5)}${text.slice(-2)}`;
}
