import { z } from 'zod';
import { place } from './claims.ts';
import { id } from './primitives.ts';

const named = z.object({ id, name: z.string() });

/** What the newest claims of a case used, the newest first and each once: offered before anything is typed. */
export const recentChoices = z.object({
  speakers: z.array(named),
  /** Who handed words on, and in what medium. */
  via: z.array(named.extend({ medium: z.string() })),
  parties: z.array(named.extend({ role: z.string() })),
  incidents: z.array(z.object({ id, code: z.string(), title: z.string() })),
  places: z.array(place),
  acts: z.array(z.string()),
  units: z.array(z.string()),
  groups: z.array(z.string()),
});
export type RecentChoices = z.infer<typeof recentChoices>;
