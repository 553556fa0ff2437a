/**
 * Numbers that pass every check of the program and, as far as is known, belong to nobody. Each is a bijection
 * of the person's index, so no two people share one, and no generator state is needed.
 */

/** A multiplier coprime to a power of ten carries 0, 1, 2 … to numbers without a visible order. */
function scattered(index: number, digits: number, multiplier: number): string {
  const size = 10 ** digits;
  return String(Number((BigInt(index + 1) * BigInt(multiplier)) % BigInt(size))).padStart(digits, '0');
}

/** T.C. kimlik no of the block 90: citizens' numbers in use begin lower, foreigners' with 98 and 99. */
export function syntheticTckn(index: number): string {
  const nine = `90${scattered(index, 7, 7_654_321)}`;
  const digits = Array.from(nine, Number);
  const odd = digits.filter((_, at) => at % 2 === 0).reduce((sum, digit) => sum + digit, 0);
  const even = digits.filter((_, at) => at % 2 === 1).reduce((sum, digit) => sum + digit, 0);
  const tenth = (odd * 7 - even + 70) % 10;
  return `${nine}${tenth}${(odd + even + tenth) % 10}`;
}

/** Vergi kimlik no that begins with 000. */
export function syntheticVkn(index: number): string {
  const nine = `000${scattered(index, 6, 654_321)}`;
  const total = Array.from(nine, Number).reduce((sum, digit, at) => {
    const shifted = (digit + 9 - at) % 10;
    const remainder = (shifted * 2 ** (9 - at)) % 9;
    return sum + (shifted !== 0 && remainder === 0 ? 9 : remainder);
  }, 0);
  return `${nine}${(10 - (total % 10)) % 10}`;
}

/** Mobile number of the prefix 0500, which no operator has. */
export function syntheticMobile(index: number): string {
  return `+90500${scattered(index, 7, 3_456_789)}`;
}

/** Landline whose subscriber number begins with 0, which no exchange gives. */
export function syntheticLandline(areaCode: string, index: number): string {
  return `+90${areaCode}0${scattered(index, 6, 456_789)}`;
}

/** Eight digits that begin with 4; up to three per person. */
export function syntheticInstallation(personIndex: number, nth: number): string {
  return `4${scattered(personIndex * 3 + nth, 7, 5_432_117)}`;
}
