import { figureWords } from '../../figure-words.ts';
import type { ClaimDraft } from '../../../model/claim-draft.ts';
import type { Reading } from './phrase.ts';

/** A draft as short as the tables write it. */
export function summaryOf({ fields }: ClaimDraft): Reading {
  const { act, modality, quantities, when, saidAt, place, speakerId, via } = fields;
  const figures = quantities?.map((one) => `${figureWords(one)} ${one.unit}`);
  const who = quantities?.flatMap((one) => one.breakdown.map((part) => partWords(part)));
  const party = via?.[0]?.partyId;
  return {
    ...(act === undefined ? {} : { act }),
    ...(modality === undefined ? {} : { modality }),
    ...(figures === undefined ? {} : { figures }),
    ...(who === undefined || who.length === 0 ? {} : { who }),
    ...(when === undefined ? {} : { when }),
    ...(saidAt === undefined ? {} : { saidAt }),
    ...(place === undefined ? {} : { place: place.name }),
    ...(speakerId === undefined ? {} : { speaker: speakerId }),
    ...(party === undefined || party === null ? {} : { via: party }),
  };
}

type Part = NonNullable<ClaimDraft['fields']['quantities']>[number]['breakdown'][number];

function partWords(part: Part): string {
  const number = part.value === null && part.min === null && part.max === null ? part.qualifier : figureWords(part);
  return `${number} ${part.groups.join(', ')}`;
}
