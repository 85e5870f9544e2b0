/** For tests: a case with something of everything that is verified and exported. */
import { claimFields } from '#shared/model/claims.ts';
import { incidentFields } from '#shared/model/incidents.ts';
import { partyFields } from '#shared/model/parties.ts';
import { linkEvidence } from '../claims/evidence-links.ts';
import { updateClaim } from '../claims/write-claims.ts';
import { createIncident } from '../incidents/write-incidents.ts';
import { bury } from '../items/bury.ts';
import { describeItem } from '../items/change-item.ts';
import { getItem } from '../items/get-item.ts';
import { updatePassage } from '../passages/change-passage.ts';
import { createPassage } from '../passages/create-passage.ts';
import { createParty } from '../parties/write-parties.ts';
import { newClaim } from './claim-fixtures.ts';
import { keepTextItem } from './keep-text-item.ts';
import { temporaryCase } from './temporary-case.ts';

export const TEXT = 'Workers exhumed nearly 1,236 bodies from three mass graves. رفات 1,236 شخصا';

/** Two items, a described and a removed one; a passage, its claim changed once and tied twice; a party and an incident. */
export async function filledCase() {
  const { ctx, engine, folder } = await temporaryCase();
  const itemId = await keepTextItem(ctx, TEXT, 'Article <b>&"bold"</b>');
  const other = await keepTextItem(ctx, 'Another text about a school.', 'School');
  const removed = await keepTextItem(ctx, 'Kept by mistake.', 'Mistake');
  await bury(ctx, { kind: 'item', id: removed, reason: 'kept by mistake' });
  await describeItem(ctx, { id: other, given: { title: 'The school', graphic: true } });
  const passage = await createPassage(ctx, { itemId, quote: 'nearly 1,236 bodies', comment: 'figure', tags: ['z', 'Ä', 'a'] });
  await updatePassage(ctx, { id: passage.id, comment: 'the figure', tags: ['count'] });
  const party = await createParty(
    ctx,
    partyFields.parse({ name: 'Committee', aliases: [{ name: 'اللجنة', language: 'ar' }], note: '=HYPERLINK("http://x")' }),
  );
  const incident = await createIncident(ctx, incidentFields.parse({ code: 'RAQ-1', title: 'Graves', when: '2018-11~' }));
  const quantities = [
    { qualifier: 'nearly' as const, value: 1236, unit: 'bodies', breakdown: [{ groups: ['women'], qualifier: 'most' as const }] },
  ];
  const claim = await newClaim(ctx, {
    speakerId: party.id,
    incidentId: incident.id,
    quantities,
    evidence: [{ passageId: passage.id, stance: 'states' }],
    via: [{ partyId: party.id, medium: 'video caption' }],
    place: { name: 'Raqqa', names: { ar: 'الرقة' } },
  });
  await updateClaim(ctx, { id: claim.id, fields: { ...claimFields.parse(claim), saidAt: '2018-11' } });
  await linkEvidence(ctx, { claimId: claim.id, passageId: passage.id, stance: 'supports', note: '' });
  const { files } = await getItem(ctx, itemId);
  const blobOf = (role: string) => files.find((file) => file.role === role)?.sha256 ?? '';
  return {
    ctx,
    engine,
    folder,
    itemId,
    other,
    removed,
    claimId: claim.id,
    passageId: passage.id,
    original: blobOf('original'),
    text: blobOf('text'),
  };
}

export type FilledCase = Awaited<ReturnType<typeof filledCase>>;
