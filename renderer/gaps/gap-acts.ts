/** Where a gap leads, and what mends it. */
import type { Gap } from '#shared/model/gaps.ts';
import { draftClaim, editClaim, openClaim, openIncident, openItem, openParty } from '../shell/session.ts';

/** Shows the thing itself. */
export function openGap({ kind, subject, facts }: Gap): void {
  if (kind === 'contradiction unsettled') return openIncident(String(facts['incidentId']));
  switch (subject.kind) {
    case 'claim':
      return openClaim(subject.id);
    case 'passage':
      return openItem(String(facts['itemId']), { passageId: subject.id });
    case 'item':
      return openItem(subject.id);
    case 'incident':
      return openIncident(subject.id);
    case 'party':
      return openParty(subject.id);
  }
}

/** Kinds whose remedy changes the case; in a case open for reading they can only be looked at. */
export const writes = ({ kind }: Pick<Gap, 'kind'>): boolean => kind.startsWith('claim without') || kind === 'passage without claim';

/** Begins what mends a gap; a claim without passage asks which passage with `link`. */
export function mendGap(gap: Gap, link: (claimId: string) => void): void {
  const { kind, subject } = gap;
  if (kind === 'claim without passage') link(subject.id);
  else if (kind === 'passage without claim') draftClaim({ passageId: subject.id });
  else if (subject.kind === 'claim' && kind !== 'contradiction unsettled') editClaim(subject.id);
  else openGap(gap);
}
