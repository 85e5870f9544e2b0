import { create } from 'zustand';
import { z } from 'zod';

/** How running text is set. Kept on this computer for this person, not in the case. */
const settings = z.object({
  /** Step of the letter size, 0 is the usual one. */
  size: z.number().int().min(-3).max(6),
  width: z.enum(['narrow', 'medium', 'wide']),
  face: z.enum(['serif', 'sans']),
});
export type ReadingSettings = z.infer<typeof settings>;

const usual: ReadingSettings = { size: 0, width: 'medium', face: 'serif' };
const key = 'holdfast.reading';

export const sizes = { least: -3, most: 6 } as const;

export const useReadingSettings = create<ReadingSettings>(() => remembered());

export function setReading(change: Partial<ReadingSettings>): void {
  const next = { ...useReadingSettings.getState(), ...change };
  if (!settings.safeParse(next).success) return;
  useReadingSettings.setState(next);
  localStorage.setItem(key, JSON.stringify(next));
}

function remembered(): ReadingSettings {
  try {
    return settings.parse(JSON.parse(localStorage.getItem(key) ?? 'null'));
  } catch {
    return usual;
  }
}
