import { config } from 'zod';

// Both hosts' policies forbid `eval`; the attempt that zod makes to find out is itself a violation.
config({ jitless: true });
