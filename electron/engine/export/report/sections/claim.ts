import { claimSentence } from '#shared/claims/claim-sentence.ts';
import type { ExportedClaim } from '#shared/model/case-file.ts';
import { facts, foreign, joinedBy, leadTo, type Block, type Span, type Words } from '../blocks.ts';
import type { ReportInput } from '../report-input.ts';
import { evidenceSection } from './evidence.ts';
import { claimLink, dateWords, entriesWords, exhibitLink, partyName, placeWords } from './record-words.ts';

export function claimSections(input: ReportInput): Block[] {
  const { claims } = input.gathered;
  return [
    { is: 'heading', level: 2, anchor: 'claims', words: 'Claims', listed: true },
    ...(claims.length === 0 ? [{ is: 'text', words: 'No claims.' } as const] : claims.map((claim) => claimSection(claim, input))),
  ];
}

/** A claim with its attribution and, for each passage, the words, their picture, the file, its hash, seal and timestamp. */
export function claimSection(claim: ExportedClaim, input: ReportInput): Block {
  const { gathered, numbers } = input;
  return {
    is: 'group',
    kind: 'claim',
    blocks: [
      {
        is: 'heading',
        level: 3,
        anchor: `claim-${claim.id}`,
        words: [
          `${numbers.claims.get(claim.id) ?? 'C-000'}. `,
          partyName(claim.speakerId, gathered),
          ' ',
          foreign(claimSentence(claim, gathered.partyNames)),
        ],
        listed: false,
      },
      { is: 'chain', steps: chain(claim, input) },
      facts([
        ['Said', dateWords(claim.saidAt)],
        ['Happened', dateWords(claim.when)],
        ['Place', placeWords(claim.place)],
        ['Cause', claim.cause === null ? null : foreign(claim.cause)],
        ['Victims', victimWords(claim)],
        ['Incident', incidentLink(claim, input)],
        ['Relations', relationWords(claim.id, input)],
        ['Grades', gradeWords(claim, input)],
        ['Note', foreign(claim.note)],
        ['Written', [`${claim.createdAt} by `, foreign(claim.createdBy), `; journal ${entriesWords(claim.journalEntries)}`]],
      ]),
      ...(claim.evidence.length === 0 ? [{ is: 'text', quiet: true, words: 'No passage is tied to this claim.' } as const] : []),
      ...claim.evidence.map((link) => evidenceSection(link, input)),
    ],
  };
}

/** From the mouth to the exhibit: who said it, who handed it on in which medium, where it was kept. */
function chain(claim: ExportedClaim, input: ReportInput): Words[] {
  const { gathered } = input;
  const said = dateWords(claim.saidAt);
  const hops = claim.via.map((hop): Words => {
    const name: Words = hop.partyId === null ? 'somebody not named' : partyName(hop.partyId, gathered);
    const more = [hop.medium, dateWords(hop.date) ?? ''].filter((part) => part !== '');
    const kept: (string | Span)[] = hop.itemId === null ? [] : [', kept as ', exhibitLink(hop.itemId, input)];
    return ['handed on by ', ...[name].flat(), ...more.flatMap((part) => [', ', foreign(part)]), ...kept];
  });
  const told = new Set(claim.via.map(({ itemId }) => itemId));
  const cited = claim.evidence.flatMap(({ passageId }) => gathered.passages.get(passageId)?.itemId ?? []);
  const items = new Set(cited.filter((id) => !told.has(id)));
  const kept: Words[] =
    items.size === 0
      ? []
      : [
          [
            'kept as ',
            ...joinedBy(
              [...items].map((id) => exhibitLink(id, input)),
              ', ',
            ),
          ],
        ];
  return [[partyName(claim.speakerId, gathered), ` ${claim.modality} it${said === null ? '' : `, ${said}`}`], ...hops, ...kept];
}

function victimWords({ victims }: ExportedClaim): Words | null {
  if (victims.length === 0) return null;
  return joinedBy(
    victims.map(({ name, names, gender, ageMin, ageMax, note }): Words => {
      const others = Object.values(names).filter((one) => one !== name);
      const age =
        ageMin === null && ageMax === null ? '' : ageMin === ageMax ? `, aged ${ageMin}` : `, aged ${ageMin ?? '…'} to ${ageMax ?? '…'}`;
      const told = [name, ...others].filter((one) => one !== '');
      const words: (string | Span)[] =
        told.length === 0 ? ['not named'] : told.flatMap((one, at) => (at === 0 ? [foreign(one)] : [' / ', foreign(one)]));
      return [...words, `${gender === 'unknown' ? '' : `, ${gender}`}${age}`, ...(note === '' ? [] : [' (', foreign(note), ')'])];
    }),
    '; ',
  );
}

function incidentLink({ incidentId }: ExportedClaim, { gathered: { incidentCodes } }: ReportInput): Words | null {
  const number = incidentId === null ? undefined : incidentCodes.get(incidentId);
  return number === undefined ? null : leadTo(`incident-${incidentId}`, number);
}

function relationWords(claimId: string, input: ReportInput): Words | null {
  const relations = input.gathered.relations.filter(({ of, fromId, toId }) => of === 'claim' && (fromId === claimId || toId === claimId));
  if (relations.length === 0) return null;
  return joinedBy(
    relations.map(({ fromId, toId, relation }): Words =>
      fromId === claimId ? [`${relation} `, claimLink(toId, input)] : [claimLink(fromId, input), ` ${relation} this one`],
    ),
    '; ',
  );
}

/** Of the claim, and of its speaker: the current ones of each person. */
function gradeWords(claim: ExportedClaim, { gathered: { grades } }: ReportInput): Words | null {
  const current = grades.filter(({ subjectId, current }) => current && (subjectId === claim.id || subjectId === claim.speakerId));
  if (current.length === 0) return null;
  return joinedBy(
    current.map(({ subjectId, scale, value, createdBy, createdAt, reason }): Words => [
      `${subjectId === claim.id ? '' : 'of the speaker, '}${scale}: ${value}, by `,
      foreign(createdBy),
      `, ${createdAt.slice(0, 10)}: `,
      foreign(reason),
    ]),
    '; ',
  );
}
