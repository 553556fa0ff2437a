import { hash, verify } from '@node-rs/argon2';

/** argon2id with the parameters of OWASP's password storage guidance: 19 MiB, 2 passes, 1 lane. */
const parameters = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export function hashSecret(secret: string): Promise<string> {
  return hash(secret, parameters);
}

export function isSecret(secret: string, hashed: string): Promise<boolean> {
  return verify(hashed, secret);
}
