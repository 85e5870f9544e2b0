/** For tests of claims: fields with every default filled in, as the door fills them. */
import { contract, type CallInput, type ParsedInput } from '#shared/contract.ts';
import type { ClaimFields } from '#shared/model/claims.ts';
import { claimFields } from '#shared/model/claims.ts';
import { incidentFields } from '#shared/model/incidents.ts';
import { partyFields } from '#shared/model/parties.ts';
import { createClaim } from '../claims/write-claims.ts';
import type { CaseContext } from '../context.ts';
import { createIncident } from '../incidents/write-incidents.ts';
import { createParty } from '../parties/write-parties.ts';
import { createPassage } from '../passages/create-passage.ts';

export const firstPage = { limit: 200, offset: 0 };

export function fields(given: Partial<CallInput<'claims.update'>['fields']> = {}): ClaimFields {
  return claimFields.parse({ act: 'exhumed', ...given });
}

export function claimInput(given: Partial<CallInput<'claims.create'>> = {}): ParsedInput<'claims.create'> {
  return contract['claims.create'].input.parse({ act: 'exhumed', ...given });
}

export const newClaim = (ctx: CaseContext, given: Partial<CallInput<'claims.create'>> = {}) => createClaim(ctx, claimInput(given));
export const newParty = (ctx: CaseContext, name: string, aliases: { name: string }[] = []) =>
  createParty(ctx, partyFields.parse({ name, aliases }));
export const newIncident = (ctx: CaseContext, code: string) => createIncident(ctx, incidentFields.parse({ code, title: `About ${code}` }));
export const newPassage = (ctx: CaseContext, itemId: string, quote: string) => createPassage(ctx, { itemId, quote, comment: '', tags: [] });
