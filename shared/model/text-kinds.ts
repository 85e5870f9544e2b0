import { z } from 'zod';

/**
 * What a text of an item is. `canonical` was fixed when the item was taken; the others were derived later, by a program
 * or by a person, and are named as what they are wherever they are quoted. `unlocked`: read with a password.
 */
export const derivedTextKinds = ['ocr', 'transcript', 'translation', 'unlocked'] as const;
export const textKind = z.enum(['canonical', ...derivedTextKinds]);
export type TextKind = z.infer<typeof textKind>;
