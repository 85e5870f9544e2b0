/** Years of age as typed: exact, a band, or open on one side. */
export type Age = { ageMin: number | null; ageMax: number | null };

const most = 130;

/** "34" is both bounds; "30-40", "under 18", "over 60", "18+", "60s"; empty is not known. Null when it is no age a person has. */
export function readAge(typed: string): Age | null {
  const words = typed
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .trim()
    .toLowerCase();
  if (words === '') return { ageMin: null, ageMax: null };
  const age = band(words);
  if (age === null) return null;
  const { ageMin, ageMax } = age;
  return (ageMin ?? 0) <= (ageMax ?? most) && [ageMin, ageMax].every((n) => n === null || (n >= 0 && n <= most)) ? age : null;
}

function band(words: string): Age | null {
  const [, exact] = /^(\d{1,3})$/.exec(words) ?? [];
  if (exact !== undefined) return { ageMin: Number(exact), ageMax: Number(exact) };
  const [, from, to] = /^(\d{1,3}) ?(?:-|–|—|to) ?(\d{1,3})$/.exec(words) ?? [];
  if (from !== undefined) return { ageMin: Number(from), ageMax: Number(to) };
  const [, under] = /^(?:under|below|less than|<) ?(\d{1,3})$/.exec(words) ?? [];
  if (under !== undefined) return { ageMin: null, ageMax: Number(under) - 1 };
  const [, upTo] = /^(?:up to|at most|≤) ?(\d{1,3})$/.exec(words) ?? [];
  if (upTo !== undefined) return { ageMin: null, ageMax: Number(upTo) };
  const [, over] = /^(?:over|above|more than|>) ?(\d{1,3})$/.exec(words) ?? [];
  if (over !== undefined) return { ageMin: Number(over) + 1, ageMax: null };
  const [, least] = /^(?:at least |≥ ?)?(\d{1,3}) ?(?:\+|or more|or older)?$/.exec(words) ?? [];
  if (least !== undefined) return { ageMin: Number(least), ageMax: null };
  const [, decade] = /^(?:in (?:his|her|their) )?(\d0)s$/.exec(words) ?? [];
  return decade === undefined ? null : { ageMin: Number(decade), ageMax: Number(decade) + 9 };
}

/** "34", "30–40", "60 or more", "up to 17": what `readAge` reads back as the same. */
export function ageWords({ ageMin, ageMax }: Age): string {
  if (ageMin === null) return ageMax === null ? '' : `up to ${ageMax}`;
  if (ageMax === null) return `${ageMin} or more`;
  return ageMin === ageMax ? `${ageMin}` : `${ageMin}–${ageMax}`;
}
