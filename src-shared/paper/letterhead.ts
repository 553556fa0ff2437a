import type { Logo } from '../rules/logo.ts';
import type { Organisation } from '../rules/organisation.ts';
import type { PaperHead } from './paper.ts';

/** Whose papers they are, as it stands or stood at one moment. */
export type Sender = {
  readonly organisation: Organisation;
  readonly logo: Logo;
  /** The branch. */
  readonly place: string;
};

export function headOf(kind: PaperHead['kind'], { organisation, logo, place }: Sender): PaperHead {
  const { name, address, phones, website, kep, mersis, footer } = organisation;
  const numbers = [kep === '' ? '' : `KEP: ${kep}`, mersis === '' ? '' : `MERSİS: ${mersis}`];
  const lines = [address, together([phones, website]), together(numbers)];
  return { kind, logo, name, place, footer, lines: lines.filter((words) => words !== '') };
}

function together(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' · ');
}
