import type { Figure, IncidentAnalysis } from '#shared/model/analysis.ts';

/** A figure with nothing known but what is given. */
export function someFigure(given: Partial<Figure>): Figure {
  return {
    claimId: '',
    quantity: 0,
    speakerId: null,
    speaker: null,
    modality: 'asserts',
    saidAt: null,
    qualifier: 'exactly',
    value: null,
    min: null,
    max: null,
    origins: [],
    repeats: [],
    passages: 0,
    stances: {},
    reliability: [],
    credibility: [],
    ...given,
  };
}

/** A statement with nothing known but what is given. */
export function someStatement(given: Partial<IncidentAnalysis['statements'][number]>): IncidentAnalysis['statements'][number] {
  return {
    claimId: '',
    sentence: 'asserts: killed',
    speakerId: null,
    speaker: null,
    act: 'killed',
    modality: 'asserts',
    saidAt: null,
    origins: [],
    ...given,
  };
}
