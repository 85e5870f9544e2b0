import type { Block } from '../blocks.ts';
import type { ReportInput } from '../report-input.ts';

/** How the case was made, and what that shows and does not show. */
export function methodSections(input: ReportInput): Block[] {
  return [...methodology(input), ...limits(input)];
}

function methodology({ gathered }: ReportInput): Block[] {
  const tools = [
    ...new Set(
      [...gathered.items.values()].flatMap(({ files }) =>
        files.flatMap(({ tool, toolVersion }) => (tool === null ? [] : [`${tool} ${toolVersion ?? ''}`.trim()])),
      ),
    ),
  ].sort();
  return [
    { is: 'heading', level: 2, anchor: 'method', words: 'Methodology', listed: true },
    {
      is: 'points',
      points: [
        'Keeping. A page was captured by a browser of its own, isolated from the rest of the program, which recorded every exchange with the servers; a file was imported as it was received. The bytes were hashed with SHA-256 while they were copied, written once under that hash, and never written again. What was made from them (text, screenshot, still, thumbnail) is a file of its own that names its parent, the program, its version and its settings.',
        'Text. The words of a source were fixed when it was kept. Every quotation is given by its place in that text, by the words before and after it, and by the hash of the text.',
        'Claims. A person read each passage and wrote down what its speaker says: the act, the figures with their qualifiers, the place, the dates, who said it and who handed it on. Uncertain figures and dates are kept as they were said.',
        'Comparison. Figures are compared only where act, unit and role are the same. Each figure allows what its qualifier allows: “at least 40” has no upper bound, “nearly 1,236” none below. Least and most are taken over figures put forward; one denied, retracted or questioned is listed and bounds nothing. Nothing is averaged.',
        'Origins. Claims that repeat one another, that have the same speaker, or whose speakers belong to each other or cite each other in a circle count as one origin.',
        'Record. Every act on the case is an entry in its journal. Each entry holds the hash of the one before. A seal is a signed statement of the whole journal at a moment; a timestamp is an outside authority’s signature that a seal existed by its time.',
        'Pictures in this report. A picture of a passage was made when the case file was written: the page of a PDF drawn anew with the words marked, the frame of a recording at the passage’s time, the marked part of a picture. A captured page is shown as the browser printed it when it was captured. The marks were laid over the picture and are not in the kept file. Pictures serve reading; the proof is the kept file.',
        ...(tools.length === 0 ? [] : [`Programs that made derived files: ${tools.join(', ')}.`]),
      ],
    },
  ];
}

function limits({ graphic }: ReportInput): Block[] {
  return [
    { is: 'heading', level: 2, anchor: 'limits', words: 'What this proves, and what not', listed: true },
    { is: 'heading', level: 3, anchor: 'proved', words: 'Shown, if the checks hold', listed: false },
    {
      is: 'points',
      points: [
        'Every file named here lies in the case file. Its SHA-256 was taken when it was kept and again when this case file was made. README.txt tells how to check all of them with sha256sum alone.',
        'No entry of the journal can be changed, taken out or slipped in without all that follow being written anew, and without every seal over it failing.',
        'A timestamp shows that the sealed journal, and with it the hash of every file kept until then, existed by the authority’s time.',
        'Each quotation stands letter for letter in a text that was fixed when its source was kept. That it was said there is shown.',
      ],
    },
    { is: 'heading', level: 3, anchor: 'not-proved', words: 'Not shown', listed: false },
    {
      is: 'points',
      points: [
        'That what was said is true. A claim is what its speaker says, as the author of this case read it.',
        'That a site served these bytes to everyone, who wrote them, or when an event happened.',
        'That times are right where no timestamp stands: they are those of the computer on which the case was kept. A seal alone shows order, not time.',
        'That the case is complete: what nobody found or kept is not in it, and a selection may leave things out.',
        'Who sat at the keyboard: the journal names the account that the program was told of, and the key that signed.',
        ...(graphic === 'left-out'
          ? ['Pictures of sources marked graphic are left out of this report. The files themselves are in the case file.']
          : []),
      ],
    },
  ];
}
