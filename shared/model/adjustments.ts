import { z } from 'zod';

/**
 * How a picture is looked at otherwise than it is. `brightness` and `contrast` from -100 to 100, 0 unchanged; `black`
 * and `white` are the levels (0 to 255) that become the darkest and the lightest; `gamma` above 1 lightens the middle.
 */
export const adjustments = z
  .object({
    brightness: z.number().int().min(-100).max(100),
    contrast: z.number().int().min(-100).max(100),
    black: z.number().int().min(0).max(254),
    white: z.number().int().min(1).max(255),
    gamma: z.number().min(0.1).max(5),
    greyscale: z.boolean(),
    invert: z.boolean(),
  })
  .refine(({ black, white }) => white > black, { message: 'the white level lies above the black level' });
export type Adjustments = z.infer<typeof adjustments>;

export const unadjusted: Adjustments = { brightness: 0, contrast: 0, black: 0, white: 255, gamma: 1, greyscale: false, invert: false };

/** Whether anything differs from the picture as it is. */
export function isAdjusted(values: Adjustments): boolean {
  return (Object.keys(unadjusted) as (keyof Adjustments)[]).some((key) => values[key] !== unadjusted[key]);
}
