import { z } from 'zod';

/**
 * The colours a tag can have, in an order in which neighbours differ for every kind of colour vision. What each looks
 * like stands in renderer/ui/tokens.css; each has a line of its own style too, so that none is told by hue alone.
 */
export const tagColours = ['yellow', 'blue', 'orange', 'violet', 'green', 'pink', 'red', 'grey'] as const;
export const tagColour = z.enum(tagColours);
export type TagColour = z.infer<typeof tagColour>;
