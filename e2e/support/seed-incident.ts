import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import type { CallInput } from '#shared/contract.ts';
import { call } from './calls.ts';

const words = `Bodies exhumed in Raqqa
Nearly 1,236 bodies have been exhumed from three mass graves, says the committee.
First responders say that about 500 bodies were exhumed.
The Coalition said the report was non-credible.
The Coalition admitted that more than 40 civilians were killed.
وقالت لجنة إعادة الإعمار إن نحو 1236 جثة استُخرجت`;

export type SeededIncident = {
  incidentId: string;
  claims: Record<'committee' | 'paper' | 'agency' | 'responders' | 'denial' | 'admission', string>;
};

const raqqa = { name: 'Raqqa', names: { ar: 'الرقة' }, latitude: 35.9506, longitude: 39.0094, precision: 'city' as const };
const mansourah = { name: 'al-Mansourah', names: { ar: 'المنصورة' }, latitude: 35.8375, longitude: 38.7433, precision: 'town' as const };

/** A case with one incident in which voices repeat, deny, admit and contradict one another. */
export async function seedIncident(page: Page, folder: string): Promise<SeededIncident> {
  await writeFile(join(folder, 'article.txt'), words);
  await call(page, 'case.create', { folder: join(folder, 'One.holdfast'), title: 'One' });
  const { outcomes } = await call(page, 'items.import', { paths: [join(folder, 'article.txt')] });
  const outcome = outcomes[0]!;
  if (outcome.fate !== 'kept') throw new Error(outcome.fate);
  const passage = async (quote: string) => (await call(page, 'passages.create', { itemId: outcome.itemId, quote })).id;
  const party = async (name: string, aliases: CallInput<'parties.create'>['aliases'] = []) =>
    (await call(page, 'parties.create', { name, aliases })).id;
  const committee = await party('Reconstruction Committee, Raqqa Civil Council', [{ name: 'لجنة إعادة الإعمار', language: 'ar' }]);
  const [paper, agency, responders, coalition, hrw] = [
    await party('Daily paper'),
    await party('وكالة الأنباء المحلية'),
    await party('First responders’ team'),
    await party('The Coalition'),
    await party('Human Rights Watch'),
  ];
  const before = await call(page, 'incidents.create', { code: 'RAQ-0001', title: 'Siege of Raqqa' });
  const incident = await call(page, 'incidents.create', {
    code: 'RAQ-0002',
    title: 'Mass graves in Raqqa and the strike on a school in al-Mansourah',
    kind: 'mass grave',
    when: '2017-03',
    place: raqqa,
    secondaryPlaces: [{ ...raqqa, name: 'Raqqa governorate', names: { ar: 'محافظة الرقة' }, precision: 'province' }],
    parties: [
      { partyId: coalition, role: 'alleged responsible' },
      { partyId: committee, role: 'witness' },
    ],
    note: 'Kept together here because the sources speak of both.',
  });
  await call(page, 'links.create', { kind: 'incident', fromId: incident.id, toId: before.id, relation: 'part of' });
  const claim = async (given: CallInput<'claims.create'>) => (await call(page, 'claims.create', { ...given, incidentId: incident.id })).id;
  const states = async (quote: string) => [{ passageId: await passage(quote), stance: 'states' as const }];
  const claims = {
    committee: await claim({
      act: 'exhumed',
      speakerId: committee,
      saidAt: '2018-11~',
      when: '2018-04/2018-11',
      place: raqqa,
      quantities: [
        { qualifier: 'nearly', value: 1236, unit: 'bodies' },
        { value: 3, unit: 'mass graves' },
      ],
      evidence: [...(await states('Nearly 1,236 bodies')), { passageId: await passage('نحو 1236 جثة'), stance: 'supports' }],
    }),
    paper: await claim({
      act: 'exhumed',
      speakerId: paper,
      via: [{ partyId: agency, medium: 'wire' }],
      saidAt: '2018-11-14',
      quantities: [{ qualifier: 'more than', value: 1200, unit: 'bodies' }],
      evidence: await states('says the committee'),
    }),
    agency: await claim({
      act: 'exhumed',
      speakerId: agency,
      via: [{ partyId: paper }],
      saidAt: '2018-11-15',
      quantities: [{ qualifier: 'nearly', value: 1236, unit: 'bodies' }],
    }),
    responders: await claim({
      act: 'exhumed',
      speakerId: responders,
      saidAt: '2018-10-27',
      place: { name: 'three sites in the city', precision: 'neighbourhood' },
      quantities: [{ qualifier: 'about', value: 500, unit: 'bodies' }],
      evidence: [...(await states('about 500 bodies')), { passageId: await passage('Nearly 1,236 bodies have'), stance: 'contradicts' }],
    }),
    hrw: await claim({
      act: 'killed',
      speakerId: hrw,
      saidAt: '2017-09-24',
      when: '2017-03-20',
      place: mansourah,
      quantities: [{ qualifier: 'at least', value: 40, unit: 'civilians' }],
    }),
    denial: await claim({
      act: 'killed',
      modality: 'denies',
      speakerId: coalition,
      saidAt: '2017-04~/2017-07',
      when: '2017-03-20',
      quantities: [{ qualifier: 'unknown', unit: 'civilians' }],
      evidence: await states('non-credible'),
    }),
    admission: await claim({
      act: 'killed',
      modality: 'admits',
      speakerId: coalition,
      saidAt: '2018-06-28',
      when: '2017-03-20',
      place: mansourah,
      quantities: [{ qualifier: 'more than', value: 40, unit: 'civilians' }],
      evidence: await states('more than 40 civilians were killed'),
    }),
  };
  const repeats = (fromId: string, toId: string) => call(page, 'links.create', { kind: 'claim', fromId, toId, relation: 'repeats' });
  await repeats(claims.paper, claims.committee);
  await repeats(claims.agency, claims.paper);
  const grade = (subjectId: string, scale: 'admiralty reliability' | 'admiralty credibility', value: string) =>
    call(page, 'grades.give', { subjectKind: 'claim', subjectId, scale, value, reason: 'known from earlier reports' });
  await grade(claims.committee, 'admiralty reliability', 'B');
  await grade(claims.committee, 'admiralty credibility', '3');
  await grade(claims.paper, 'admiralty reliability', 'C');
  await grade(claims.paper, 'admiralty credibility', '3');
  return { incidentId: incident.id, claims };
}
