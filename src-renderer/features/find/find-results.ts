import type { ApplicationRow } from '../../../src-shared/contract/application-row.ts';
import type { ConsumerRow } from '../../../src-shared/contract/consumer.ts';
import { foldTurkish } from '../../../src-shared/text/fold.ts';
import type { Route } from '../../lib/route.ts';

export type Place = { readonly label: string; readonly route: Route };

export type Result =
  | { readonly kind: 'screen'; readonly id: string; readonly place: Place }
  | { readonly kind: 'application'; readonly id: string; readonly row: ApplicationRow }
  | { readonly kind: 'consumer'; readonly id: string; readonly row: ConsumerRow };

type Found = {
  readonly applications: readonly ApplicationRow[];
  readonly consumers: readonly ConsumerRow[];
};

/** Records first, since they are what is looked for by typing; screens whose name holds every word. */
export function resultsFor(text: string, found: Found, places: readonly Place[]): readonly Result[] {
  const words = foldTurkish(text).split(' ');
  return [
    ...found.applications.map((row) => ({ kind: 'application', id: `application-${row.id}`, row }) as const),
    ...found.consumers.map((row) => ({ kind: 'consumer', id: `consumer-${row.id}`, row }) as const),
    ...places
      .filter(({ label }) => words.every((word) => foldTurkish(label).includes(word)))
      .map((place) => ({ kind: 'screen', id: `screen-${place.label}`, place }) as const),
  ];
}
