import { z } from 'zod';

export const logoLimits = {
  /** Of the image file. */
  bytes: 200 * 1024,
  /** Of an image's longer side. */
  pixels: 4_000,
  shapes: 200,
  /** Characters of one path. */
  path: 20_000,
} as const;

const side = z.number().positive().max(100_000);

const shapeSchema = z.strictObject({
  d: z
    .string()
    .max(logoLimits.path)
    .regex(/^[Mm][MmLlHhVvCcSsQqTtAaZz0-9eE\s,.+-]*$/),
  fill: z.string().regex(/^#[0-9a-f]{6}$/),
});
export type LogoShape = z.infer<typeof shapeSchema>;

export const logoMediaTypes = ['image/png', 'image/jpeg'] as const;

/** Drawn from paths, sharp at every size, or an image as it was uploaded. */
export const logoSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('drawn'),
    width: side,
    height: side,
    shapes: z.array(shapeSchema).min(1).max(logoLimits.shapes),
  }),
  z.strictObject({
    kind: z.literal('image'),
    mediaType: z.enum(logoMediaTypes),
    base64: z.base64().max(Math.ceil(logoLimits.bytes / 3) * 4),
  }),
]);
export type Logo = z.infer<typeof logoSchema>;
