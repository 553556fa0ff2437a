const metadata = ['getMetadata', 'getOwnMetadata'] as const;

/**
 * Loads the certificate library when it is needed, once in a PC's life. Its container (tsyringe) refuses to
 * load without the Reflect metadata proposal and asks it for constructor parameters, of which the library's
 * own classes have none. So while it loads, that question is answered with "none", instead of bringing a
 * package that changes Reflect for the whole program.
 */
export async function loadX509() {
  const missing = metadata.filter((name) => !(name in Reflect));
  for (const name of missing)
    Object.defineProperty(Reflect, name, { value: () => undefined, configurable: true });
  try {
    return await import('@peculiar/x509');
  } finally {
    for (const name of missing) Reflect.deleteProperty(Reflect, name);
  }
}
