import { formatNumber } from './format.ts';

const units = ['bayt', 'KB', 'MB'] as const;

/** `845 KB`, `1,2 MB`: of bytes, in steps of 1024 as file managers count, with the decimal comma. */
export function formatFileSize(bytes: number): string {
  // By what will be shown, so that 1.048.575 bytes are not "1.024 KB".
  const step = bytes < 1_024 ? 0 : Math.round(bytes / 1_024) < 1_024 ? 1 : 2;
  const value = bytes / 1_024 ** step;
  const rounded = step === 2 && value < 10 ? Math.round(value * 10) / 10 : Math.round(value);
  return `${formatNumber(rounded)} ${units[step]}`;
}
