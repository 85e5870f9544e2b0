import type { CaseHandlers } from '../handlers.ts';
import { listTerms } from './list-terms.ts';
import { addField, changeField, listFields, removeField } from './own-fields.ts';
import { addTerm, changeTerm, removeTerm } from './terms.ts';

export const vocabularyCalls = {
  'vocabulary.list': listTerms,
  'vocabulary.add': addTerm,
  'vocabulary.change': changeTerm,
  'vocabulary.remove': async (ctx, input) => {
    await removeTerm(ctx, input);
    return {};
  },
  'fields.list': listFields,
  'fields.add': addField,
  'fields.change': changeField,
  'fields.remove': async (ctx, input) => {
    await removeField(ctx, input);
    return {};
  },
} satisfies Partial<CaseHandlers>;
