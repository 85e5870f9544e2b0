/** For tests: texts full of sentences that are nearly the same, as records of deaths are. */
import fc from 'fast-check';

type Kind = { names: string[]; figures: string[]; acts: string[]; not: string; sentence(slots: Slots): string; typo: [string, string] };
type Slots = { name: string; other: string; figure: string; act: string; not: string };

const english: Kind = {
  names: ['Ahmad Saleh', 'Ahmed Salih', 'Omar Nasser', 'Maryam Hasan', 'Mariam Hassan'],
  figures: ['1,236', '1,238', '12,36', '236', '11,236', '1,263', 'four', 'five'],
  acts: ['killed', 'wounded', 'detained', 'released'],
  not: 'not ',
  sentence: ({ name, other, figure, act, not }) =>
    `According to the committee, ${name} and ${other} were ${not}${act} with ${figure} others in the bombardment of the district.`,
  typo: ['bombardment', 'bombardement'],
};
const arabic: Kind = {
  names: ['أحمد صالح', 'محمد صالح', 'محمود صالح', 'مريم حسن', 'مريم حسين'],
  figures: ['١٬٢٣٦', '١٬٢٣٨', '٢٣٦', '1236', '1263'],
  acts: ['قُتل', 'جُرح', 'اعتُقل', 'أُفرج عنه'],
  not: 'لم يكن قد ',
  sentence: ({ name, other, figure, act, not }) =>
    `قالت اللجنة إن ${name} ${not}${act} مع ${other} ومعهما ${figure} آخرين خلال القصف على المستشفيات.`,
  typo: ['المستشفيات', 'المستشفياات'],
};

/** `sentences` are all different; `at` is the one that was marked. What stands between them says nothing of its own. */
export type NearDuplicates = { sentences: string[]; at: number; gap: string; typo: [string, string] };

export const nearDuplicates: fc.Arbitrary<NearDuplicates> = fc.constantFrom(english, arabic).chain((kind) =>
  fc
    .record({
      slots: fc.uniqueArray(
        fc.record({
          name: fc.constantFrom(...kind.names),
          other: fc.constantFrom(...kind.names),
          figure: fc.constantFrom(...kind.figures),
          act: fc.constantFrom(...kind.acts),
          not: fc.constantFrom('', kind.not),
        }),
        { minLength: 2, maxLength: 12, selector: (slots) => kind.sentence(slots) },
      ),
      pick: fc.nat(),
      gap: fc.constantFrom(' ', '\n', '\n\n'),
    })
    .map(({ slots, pick, gap }) => ({ sentences: slots.map(kind.sentence), at: pick % slots.length, gap, typo: kind.typo })),
);

/** The text, and where its sentence `at` stands. */
export function written({ sentences, gap, at }: Pick<NearDuplicates, 'sentences' | 'gap' | 'at'>): {
  text: string;
  start: number;
  end: number;
} {
  const start = sentences.slice(0, at).reduce((sum, sentence) => sum + sentence.length + gap.length, 0);
  return { text: sentences.join(gap), start, end: start + (sentences[at]?.length ?? 0) };
}
