import { z } from 'zod';
import { canonicalJson } from '#shared/canonical-json.ts';
import { exportedTags } from '#shared/model/case-file.ts';
import type { PassageLink } from '#shared/model/passage-links.ts';
import type { Json } from '#shared/model/primitives.ts';
import { linkAnnotation, linkCollection } from '../export/link-annotation.ts';
import { NO_COLOUR } from '../passages/tags.ts';
import { compareWithJournal, disagree, missingThings, readJson, type ContentWork } from './content-check.ts';

const LINKS = 'data/annotations/links.jsonld';
const TAGS = 'data/annotations/tags.json';

const collection = z.looseObject({ first: z.looseObject({ items: z.array(z.looseObject({ id: z.string() })) }) });

/** Links between passages and the colours of tags say what the journal recorded, no more and no less. */
export async function checkPassageLinks(work: ContentWork): Promise<void> {
  // Case files made before there were any have no such files, and their journals tell of none.
  if (work.told.passageLinks.size > 0 || work.source.files.has(LINKS)) await checkLinks(work);
  if (work.told.tagColours.size > 0 || work.source.files.has(TAGS)) await checkTags(work);
}

async function checkLinks(work: ContentWork): Promise<void> {
  const { told } = work;
  const found = await readJson(work, LINKS, collection);
  if (found === null) return;
  const present = new Set<string>();
  for (const annotation of found.first.items) {
    const id = annotation.id.replace('urn:uuid:', '');
    present.add(id);
    const said = told.passageLinks.get(id);
    const expected = said === undefined ? undefined : linkAnnotation(said as PassageLink);
    compareWithJournal(work, { kind: 'link between passages', id, path: LINKS }, annotation as Json, expected);
  }
  // A link stays behind with a passage that was removed.
  const gone = (id: Json | undefined) => told.removed.has(String(id)) || told.doubtful.has(String(id));
  const standing = [...told.passageLinks].filter(([, link]) => !gone(link['fromId']) && !gone(link['toId'])).map(([id]) => id);
  missingThings(work, 'link between passages', standing, present, LINKS);
  const caseId = String(told.caseCreated?.['caseId'] ?? '');
  const whole = linkCollection(caseId, found.first.items as Json[]);
  if (told.caseCreated !== null && canonicalJson(whole) !== canonicalJson(found as unknown as Json))
    disagree(work, LINKS, 'the list does not fit its annotations');
}

async function checkTags(work: ContentWork): Promise<void> {
  const { told } = work;
  const tags = await readJson(work, TAGS, exportedTags);
  if (tags === null) return;
  for (const { journalEntry, ...row } of tags) {
    compareWithJournal(work, { kind: 'colour of the tag', id: row.tag, path: TAGS }, row, told.tagColours.get(row.tag));
    if (told.whole && !told.doubtful.has(row.tag) && !(told.seqs.get(row.tag) ?? []).includes(journalEntry))
      disagree(work, TAGS, `the colour of ${row.tag} names a journal entry that is not about it`);
  }
  const coloured = [...told.tagColours].filter(([, row]) => row['colour'] !== NO_COLOUR).map(([tag]) => tag);
  missingThings(work, 'colour of the tag', coloured, new Set(tags.map((row) => row.tag)), TAGS);
}
