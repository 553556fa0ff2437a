import { z } from 'zod';
import { isLocalDay } from './local-day.ts';

/** What the schemas of the shipped files are made of; each says in Turkish what an administrator has to mend. */
export const code = z
  .string()
  .regex(/^[a-z][a-z0-9_]*$/, 'Kod küçük harf, rakam ve alt çizgiden oluşmalıdır.');
export const name = z.string().trim().min(1, 'Boş bırakılamaz.');
export const version = z.int().positive('Sürüm 1 veya daha büyük olmalıdır.');
export const day = z.string().refine(isLocalDay, 'Tarih yyyy-AA-gg biçiminde ve geçerli olmalıdır.');
export const confidence = z.enum(['high', 'medium', 'low']);

export function areUnique(values: readonly string[]): boolean {
  return new Set(values).size === values.length;
}
