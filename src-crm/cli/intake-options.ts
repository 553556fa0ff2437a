import { z } from 'zod';
import { servedProvince } from '../intake/branches.ts';
import { shippedCatalogue } from '../lib/catalogue.ts';

/** By which applications come in from outside; the other channels are taken down at a counter. */
const fromOutside = shippedCatalogue.channels.channels
  .filter(({ intake }) => intake.includes('gateway'))
  .map(({ code }) => code);

/** `app,social_media`, each channel once. */
export const channelsOption = z.string().transform((list, context) => {
  const given = list.split(',').map((code) => code.trim());
  const known = fromOutside.filter((code) => given.includes(code));
  if (known.length === given.length) return known;
  context.addIssue({
    code: 'custom',
    message: `--channels şunlardan oluşmalı, virgülle ayrılmış: ${fromOutside.join(', ')}`,
  });
  return z.NEVER;
});

/** As the catalogue writes it. */
export const provinceOption = z.string('--province verilmeli.').transform((written, context) => {
  const province = servedProvince(written);
  if (province !== undefined) return province;
  const names = shippedCatalogue.provinces.provinces.map(({ name }) => name);
  context.addIssue({ code: 'custom', message: `--province şunlardan biri olmalı: ${names.join(', ')}` });
  return z.NEVER;
});
