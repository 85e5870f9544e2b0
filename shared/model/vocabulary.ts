/** Closed lists and suggestions. Acts, units and groups can be extended by a case with its own words. */

/** What happened to people or things, or what was said of it. Recovered is not killed: exhumed is an act of its own. */
export const claimActs = [
  'killed',
  'injured',
  'missing',
  'exhumed',
  'buried',
  'detained',
  'released',
  'tortured',
  'displaced',
  'evacuated',
  'struck',
  'shelled',
  'destroyed',
  'damaged',
  'looted',
  'admitted',
  'denied',
  'agreed',
  'investigated',
  'published',
] as const;

export const modalities = ['asserts', 'denies', 'admits', 'retracts', 'questions', 'predicts'] as const;

export const qualifiers = [
  'exactly',
  'nearly',
  'about',
  'at least',
  'up to',
  'more than',
  'less than',
  'between',
  'dozens',
  'hundreds',
  'thousands',
  'several',
  'many',
  'most',
  'some',
  'unknown',
] as const;

export const units = [
  'people',
  'civilians',
  'bodies',
  'families',
  'relatives and neighbours',
  'children',
  'women',
  'men',
  'combatants',
  'mass graves',
  'strikes',
  'buildings',
  'vehicles',
  'pages',
  'months',
] as const;

export const quantityRoles = ['count', 'duration', 'extent'] as const;

export const groups = [
  'women',
  'children',
  'men',
  'older people',
  'civilians',
  'combatants',
  'health workers',
  'journalists',
  'human rights defenders',
  'detainees',
  'unidentified',
] as const;

export const partyRoles = [
  'alleged responsible',
  'admitted responsible',
  'target',
  'victim',
  'partner',
  'conceding',
  'denying',
  'witness',
  'affected',
] as const;

export const genders = ['woman', 'man', 'girl', 'boy', 'other', 'unknown'] as const;

/** Kinds of incident that are offered; a case can add its own. */
export const incidentKinds = [
  'airstrike',
  'shelling',
  'ground attack',
  'mass grave',
  'killing',
  'detention',
  'enforced disappearance',
  'torture',
  'displacement',
  'destruction',
  'siege',
  'agreement',
] as const;

/** What a passage does for a claim. */
export const stances = ['states', 'supports', 'contradicts', 'context', 'repeats', 'translates'] as const;

/** From country to exact, after the precision classes of casualty recorders (FIELDS: Airwars accuracy). */
export const areaPrecision = [
  'unknown',
  'country',
  'province',
  'district',
  'subdistrict',
  'city',
  'town',
  'village',
  'neighbourhood',
  'street',
  'nearby landmark',
  'within 100 m',
  'within 1 m',
  'exact',
] as const;

/** In what medium words are handed on; offered in an attribution chain, where any words stand. */
export const hopMedia = [
  'article',
  'video',
  'video caption',
  'photo caption',
  'social media post',
  'report',
  'press release',
  'press conference',
  'interview',
  'broadcast',
  'testimony',
  'court document',
  'leaked document',
] as const;
