import { expect, test } from 'vitest';
import { availabilityOn } from './availability.ts';

test('who is out is back on the day that was said, and the rest stays as it was said', () => {
  const out = { availability: 'out', backOn: '2026-03-16' } as const;
  expect(availabilityOn(out, '2026-03-15')).toBe(out);
  expect(availabilityOn(out, '2026-03-16')).toEqual({ availability: 'available', backOn: null });
  const forLong = { availability: 'out', backOn: null } as const;
  expect(availabilityOn(forLong, '2030-01-01')).toBe(forLong);
  const busy = { availability: 'busy', backOn: null } as const;
  expect(availabilityOn(busy, '2030-01-01')).toBe(busy);
});
