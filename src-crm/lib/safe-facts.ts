/**
 * What may be logged of an error. A database's message and detail quote values, and these are personal data here;
 * kind, code and stack frames are enough to find the place.
 */
export function safeFacts(error: unknown) {
  if (!(error instanceof Error)) return { name: typeof error };
  const frames = error.stack?.split('\n').filter((line) => line.trimStart().startsWith('at '));
  const code = 'code' in error ? String(error.code) : undefined;
  return { name: error.name, code, frames };
}
