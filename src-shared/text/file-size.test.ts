import { expect, test } from 'vitest';
import { formatFileSize } from './file-size.ts';

test.each([
  [1, '1 bayt'],
  [1_023, '1.023 bayt'],
  [1_024, '1 KB'],
  [865_280, '845 KB'],
  [1_048_575, '1 MB'],
  [1_258_291, '1,2 MB'],
  [20 * 1024 * 1024, '20 MB'],
])('%d bytes are shown as %s', (bytes, shown) => {
  expect(formatFileSize(bytes)).toBe(shown);
});
