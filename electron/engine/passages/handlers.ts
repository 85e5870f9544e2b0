import type { CaseHandlers } from '../handlers.ts';
import { removePassage, restorePassage, updatePassage } from './change-passage.ts';
import { createPassage } from './create-passage.ts';
import { groupPassages } from './group-passages.ts';
import { getPassage, listPassages } from './list-passages.ts';
import { passageHistory } from './passage-history.ts';
import { linkPassages, linksOfPassage, relinkPassages, unlinkPassages } from './passage-links.ts';
import { colourTag, listTags, renameTag } from './tags.ts';

export const passageCalls = {
  'passages.create': createPassage,
  'passages.update': updatePassage,
  'passages.remove': async (ctx, input) => {
    await removePassage(ctx, input);
    return {};
  },
  'passages.restore': restorePassage,
  'passages.list': listPassages,
  'passages.groups': groupPassages,
  'passages.history': passageHistory,
  'passages.link': linkPassages,
  'passages.unlink': async (ctx, input) => {
    await unlinkPassages(ctx, input);
    return {};
  },
  'passages.relink': relinkPassages,
  'passages.links': linksOfPassage,
  'tags.list': listTags,
  'tags.colour': async (ctx, input) => {
    await colourTag(ctx, input);
    return {};
  },
  'tags.rename': renameTag,
  'passages.get': (ctx, { id }) => getPassage(ctx, id),
} satisfies Partial<CaseHandlers>;
