import { useCallback, useState } from 'react';
import type { FoundPrinters } from '../../../../src-shared/contract/printers.ts';
import type { ScreenFailure } from '../../../lib/screen-result.ts';
import { useQueryMethod } from '../../../lib/use-method.ts';

export type PrinterSearch = {
  readonly found: FoundPrinters | undefined;
  readonly isSearching: boolean;
  readonly failure: ScreenFailure | null;
  /** For the first time. */
  readonly begin: () => void;
  readonly again: () => void;
};

/** What is found is every form's: it is searched for once. @param isNeeded without anybody asking */
export function usePrinterSearch(mayAsk: boolean, isNeeded: boolean): PrinterSearch {
  const [isAsked, setAsked] = useState(false);
  const isEnabled = mayAsk && (isAsked || isNeeded);
  const query = useQueryMethod('printer.find', {}, { enabled: isEnabled });
  const begin = useCallback(() => setAsked(true), []);
  return {
    found: query.data,
    isSearching: query.isFetching,
    failure: query.isError ? query.error : null,
    begin,
    again: () => (isEnabled ? void query.refetch() : begin()),
  };
}
