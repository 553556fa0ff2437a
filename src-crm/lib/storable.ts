import { isStorable } from '../../src-shared/text/storable.ts';

/**
 * For projections, which may show a text without what can't be stored; the entry itself keeps its payload as
 * JSON, where such characters stand escaped.
 */
export function storable<T extends string | null>(text: T): T | string {
  return text === null || isStorable(text) ? text : text.replaceAll('\0', '').toWellFormed();
}
