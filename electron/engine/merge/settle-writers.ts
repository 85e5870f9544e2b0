/** For each kind of thing, the ordinary act that changes, removes or returns it; so that every rule of these holds here too. */
import { caseSettings } from '#shared/model/case.ts';
import { itemCustody } from '#shared/model/custody.ts';
import { claimFields } from '#shared/model/claims.ts';
import { incidentFields } from '#shared/model/incidents.ts';
import type { MergedKind } from '#shared/model/merges.ts';
import { partyFields } from '#shared/model/parties.ts';
import type { PassageNotes } from '#shared/model/passages.ts';
import type { Json } from '#shared/model/primitives.ts';
import { settleContradiction, unsettleContradiction } from '../analysis/settlements.ts';
import { configureCase } from '../case/case-settings.ts';
import { removeClaim, restoreClaim, updateClaim } from '../claims/write-claims.ts';
import type { CaseContext } from '../context.ts';
import { describeCustody } from '../custody/describe-custody.ts';
import { removeIncident, restoreIncident, updateIncident } from '../incidents/write-incidents.ts';
import { restore, type BuriedKind } from '../items/bury.ts';
import { describeItem, removeItem } from '../items/change-item.ts';
import { removeFile } from '../items/remove-file.ts';
import { mergeParties, unmergeParty } from '../parties/merge-parties.ts';
import { removeParty, updateParty } from '../parties/write-parties.ts';
import { removePassage, restorePassage, updatePassage } from '../passages/change-passage.ts';
import { asColour, colourTag } from '../passages/tags.ts';
import { indexThing } from '../rebuild/index-things.ts';
import { linkVersions, unlinkVersions } from '../versions/link-versions.ts';
import { changeField } from '../vocabulary/own-fields.ts';
import { changeTerm } from '../vocabulary/terms.ts';

type Joined = CaseContext;
type Fields = Record<string, Json>;
type Change = { id: string; fields: Fields; why: string };

export const writers: Partial<Record<MergedKind, (ctx: Joined, change: Change) => Promise<unknown>>> = {
  claim: (ctx, { id, fields, why }) => updateClaim(ctx, { id, fields: claimFields.parse(fields), why }),
  party: (ctx, { id, fields, why }) => updateParty(ctx, { id, fields: partyFields.parse(fields), why }),
  incident: (ctx, { id, fields, why }) => updateIncident(ctx, { id, fields: incidentFields.parse(fields), why }),
  passage: (ctx, { id, fields }) => {
    const { comment, tags, language, translation, translator } = fields as unknown as PassageNotes & { comment: string; tags: string[] };
    return updatePassage(ctx, { id, comment, tags, language, translation, translator });
  },
  itemNote: (ctx, { id, fields }) => describeItem(ctx, { id, given: fields }),
  itemCustody: (ctx, { id, fields }) => describeCustody(ctx, { itemId: id, given: itemCustody.partial().parse(fields) }),
  tagColour: (ctx, { id, fields }) => colourTag(ctx, { tag: id, colour: asColour(String(fields['colour'])) }),
  caseSetting: (ctx, { id, fields }) => configureCase(ctx, caseSettings.partial().parse({ [id]: fields['value'] })),
  vocabularyTerm: (ctx, { id, fields }) => changeTerm(ctx, { id, words: fields['words'] as string[], note: String(fields['note'] ?? '') }),
  fieldDefinition: (ctx, { id, fields }) =>
    changeField(ctx, { id, label: String(fields['label']), options: fields['options'] as string[], note: String(fields['note'] ?? '') }),
};

type Thing = { id: string; reason: string };

/** Where removing is more than a tombstone. */
export const removals: Partial<Record<BuriedKind, (ctx: Joined, thing: Thing) => Promise<unknown>>> = {
  claim: removeClaim,
  party: removeParty,
  incident: removeIncident,
  passage: removePassage,
  item: removeItem,
  file: (ctx, { id, reason }) => removeFile(ctx, { fileId: id, reason }),
};

export const returns: Partial<Record<BuriedKind, (ctx: Joined, thing: Thing) => Promise<unknown>>> = {
  claim: restoreClaim,
  incident: restoreIncident,
  passage: restorePassage,
  item: (ctx, { id, reason }) => restore(ctx, { kind: 'item', id, reason }, (trx) => indexThing(trx, 'item', id)),
};

type Replaced = { subject: string; ours: Fields; theirs: Fields; reason: string };
const text = (fields: Fields, name: string) => String(fields[name] ?? '');

/** What there can be one of only: theirs in the place of ours. */
export const replacements: Partial<Record<MergedKind, (ctx: Joined, replaced: Replaced) => Promise<unknown>>> = {
  partyMerge: async (ctx, { ours, theirs, reason }) => {
    await unmergeParty(ctx, { id: text(ours, 'mergedId'), reason });
    await mergeParties(ctx, { id: text(theirs, 'mergedId'), intoId: text(theirs, 'intoId'), reason });
  },
  settlement: async (ctx, { ours, theirs, reason }) => {
    await unsettleContradiction(ctx, { id: text(ours, 'id'), reason });
    const [rule, claimA, claimB] = ['rule', 'claimA', 'claimB'].map((name) => text(theirs, name));
    await settleContradiction(ctx, { rule, claimA, claimB, reason: text(theirs, 'reason') } as Parameters<typeof settleContradiction>[1]);
  },
  itemVersion: async (ctx, { theirs, reason }) => {
    await unlinkVersions(ctx, { itemId: text(theirs, 'itemId'), reason });
    await linkVersions(ctx, { itemId: text(theirs, 'itemId'), earlierId: text(theirs, 'earlierId') });
  },
  vocabularyTerm: (ctx, { ours, theirs }) =>
    changeTerm(ctx, { id: text(ours, 'id'), words: theirs['words'] as string[], note: text(theirs, 'note') }),
  fieldDefinition: (ctx, { ours, theirs }) =>
    changeField(ctx, {
      id: text(ours, 'id'),
      label: text(theirs, 'label'),
      options: theirs['options'] as string[],
      note: text(theirs, 'note'),
    }),
};
