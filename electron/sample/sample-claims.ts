/** The claims of the sample case, given the ids of what they speak of. */
import type { CallInput } from '#shared/contract.ts';
import type { EvidenceLink } from '#shared/model/claims.ts';
import { alMansourah, raqqa, type SampleIncident, type SampleItem, type SampleParty } from './sample-facts.ts';
import type { SamplePassageKey } from './sample-passages.ts';

export type SampleIds = {
  items: Record<SampleItem, string>;
  parties: Record<SampleParty, string>;
  incidents: Record<SampleIncident, string>;
};
type Evidence = [passage: SamplePassageKey, stance: EvidenceLink['stance']][];
export type SampleClaim = { fields: Omit<CallInput<'claims.create'>, 'evidence'>; evidence: Evidence };

/** Speaker, chain and dates stay apart: who said it first, via whom it came, when it was said, when it happened. */
export function sampleClaims(ids: SampleIds) {
  return {
    exhumed: exhumed(ids),
    exhumedPaper: exhumedPaper(ids),
    exhumedArabic: exhumedArabic(ids),
    exhumedReport: exhumedReport(ids),
    photos: photos(ids),
    lost: lost(ids),
    lostReport: lostReport(ids),
    reported: reported(ids),
    heldNonCredible: heldNonCredible(ids),
    admitted: admitted(ids),
    convoy: convoy(ids),
  };
}
export type SampleClaimKey = keyof ReturnType<typeof sampleClaims>;

/** The last hop of every chain here: the article. */
const article = ({ parties, items }: SampleIds) => ({
  partyId: parties.paper,
  medium: 'article',
  itemId: items.article,
  date: '2018',
});

function exhumed(ids: SampleIds): SampleClaim {
  return {
    fields: {
      act: 'exhumed',
      quantities: [
        {
          qualifier: 'nearly',
          value: 1236,
          unit: 'bodies',
          breakdown: [{ groups: ['women', 'children'], qualifier: 'most' }],
        },
        { qualifier: 'exactly', value: 3, unit: 'mass graves' },
      ],
      speakerId: ids.parties.committee,
      via: [{ partyId: ids.parties.committee, medium: 'caption of a video', itemId: ids.items.video }, article(ids)],
      when: '[..2018]',
      saidAt: '[..2018]',
      place: raqqa,
      incidentId: ids.incidents.graves,
      note: 'The figure is the committee’s. A page that repeats it adds no second source.',
    },
    evidence: [
      ['videoFigure', 'states'],
      ['videoBreakdown', 'states'],
      ['articleSource', 'context'],
      ['photoGrave', 'context'],
    ],
  };
}

/** A repeat is a claim of its own: somebody else says the same, and adds no second source. */
function exhumedPaper(ids: SampleIds): SampleClaim {
  const { evidence: _evidence, fields } = exhumed(ids);
  const { parties, items } = ids;
  return {
    fields: {
      ...fields,
      speakerId: parties.paper,
      via: [{ partyId: parties.paper, medium: 'article', itemId: items.article, date: '2018' }],
      saidAt: '2018',
      note: 'The paper says that it did not count; it repeats the committee.',
    },
    evidence: [
      ['articleFigure', 'repeats'],
      ['articleSource', 'context'],
    ],
  };
}

function exhumedArabic(ids: SampleIds): SampleClaim {
  const { fields } = exhumedPaper(ids);
  const [bodies, graves] = fields.quantities ?? [];
  if (bodies === undefined || graves === undefined) throw new TypeError('the committee gives two figures');
  return {
    fields: {
      ...fields,
      quantities: [{ ...bodies, qualifier: 'about' }, graves],
      via: [{ partyId: ids.parties.paper, medium: 'article in Arabic', itemId: ids.items.arabic, date: '2018' }],
      note: 'The Arabic page says نحو, about, where the caption says nearly.',
    },
    evidence: [['arabicFigure', 'repeats']],
  };
}

function exhumedReport(ids: SampleIds): SampleClaim {
  const { fields } = exhumed(ids);
  return {
    fields: {
      ...fields,
      speakerId: ids.parties.report,
      via: [{ partyId: ids.parties.report, medium: 'report', itemId: ids.items.report }],
      saidAt: null,
      note: 'Names the committee’s video as the source of the figure.',
    },
    evidence: [['reportGraves', 'repeats']],
  };
}

function photos(ids: SampleIds): SampleClaim {
  return {
    fields: {
      act: 'published',
      via: [article(ids)],
      saidAt: '2018-04?',
      incidentId: ids.incidents.graves,
      note: 'Photos posted in April. The article does not say by whom, nor of which year; it is of 2018.',
    },
    evidence: [
      ['articlePhotos', 'states'],
      ['photoGrave', 'context'],
    ],
  };
}

function lost(ids: SampleIds): SampleClaim {
  return {
    fields: {
      act: 'lost',
      quantities: [
        { qualifier: 'at least', value: 90, unit: 'relatives and neighbours' },
        { qualifier: 'exactly', value: 4, unit: 'families' },
      ],
      speakerId: ids.parties.amnesty,
      via: [{ partyId: ids.parties.amnesty, medium: '70-page report, “War of Annihilation”' }, article(ids)],
      parties: [{ partyId: ids.parties.families, role: 'affected' }],
      incidentId: ids.incidents.families,
      note: 'Relatives and neighbours, not members of the four families alone.',
    },
    evidence: [['articleFamilies', 'repeats']],
  };
}

function lostReport(ids: SampleIds): SampleClaim {
  const { fields } = lost(ids);
  return {
    fields: {
      ...fields,
      speakerId: ids.parties.report,
      via: [{ partyId: ids.parties.report, medium: 'report', itemId: ids.items.report }],
      note: 'Names the Amnesty report as its source.',
    },
    evidence: [['reportFamilies', 'repeats']],
  };
}

function reported(ids: SampleIds): SampleClaim {
  return {
    fields: {
      act: 'struck',
      speakerId: ids.parties.humanRightsWatch,
      via: [{ partyId: ids.parties.humanRightsWatch, medium: 'report', date: '2017-09' }, article(ids)],
      when: '2017-03',
      saidAt: '2017-09',
      place: alMansourah,
      parties: [{ partyId: ids.parties.coalition, role: 'alleged responsible' }],
      incidentId: ids.incidents.school,
      note: 'The sources kept here give no figure from this report.',
    },
    evidence: [
      ['articleReported', 'repeats'],
      ['reportReported', 'repeats'],
    ],
  };
}

function heldNonCredible(ids: SampleIds): SampleClaim {
  return {
    fields: {
      act: 'killed',
      modality: 'denies',
      quantities: [
        { qualifier: 'unknown', unit: 'civilians' },
        { value: 15, unit: 'months', role: 'duration' },
      ],
      speakerId: ids.parties.coalition,
      via: [article(ids)],
      when: '2017-03',
      saidAt: '2017-03?/2018-06',
      place: alMansourah,
      parties: [{ partyId: ids.parties.coalition, role: 'denying' }],
      incidentId: ids.incidents.school,
      note: 'Carried as “non-credible” for 15 months. The start is counted back from June 2018.',
    },
    evidence: [
      ['articleDenial', 'states'],
      ['statementDenial', 'repeats'],
      ['reportDenial', 'repeats'],
      ['articleAdmission', 'contradicts'],
    ],
  };
}

function admitted(ids: SampleIds): SampleClaim {
  return {
    fields: {
      act: 'killed',
      modality: 'admits',
      quantities: [{ qualifier: 'more than', value: 40, unit: 'civilians' }],
      speakerId: ids.parties.coalition,
      via: [{ partyId: ids.parties.coalition, medium: 'statement', itemId: ids.items.statement, date: '2018-06' }, article(ids)],
      when: '2017-03',
      saidAt: '2018-06',
      place: alMansourah,
      cause: 'strike on a school',
      parties: [{ partyId: ids.parties.coalition, role: 'admitted responsible' }],
      incidentId: ids.incidents.school,
      note: 'The admission stands beside the denial and does not erase it.',
    },
    evidence: [
      ['statementAdmission', 'states'],
      ['articleAdmission', 'repeats'],
      ['reportAdmission', 'repeats'],
      ['articleDenial', 'contradicts'],
    ],
  };
}

function convoy(ids: SampleIds): SampleClaim {
  return {
    fields: {
      act: 'agreed',
      speakerId: ids.parties.bbc,
      via: [{ partyId: ids.parties.bbc, medium: 'report' }, article(ids)],
      note: 'A convoy deal. Nothing more of the report is in the sources kept here.',
    },
    evidence: [['articleConvoy', 'repeats']],
  };
}
