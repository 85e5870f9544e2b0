/** Options of `export` that choose a part of the case. */
import type { CallInput } from '#shared/contract.ts';
import { cliWords as words } from './cli-words.ts';
import { UsageError, type Invocation } from './command.ts';

export const selectionOptions = {
  incidents: { type: 'string', words: 'only these incidents and what they stand on: ids, with commas between' },
  claims: { type: 'string', words: 'only these claims and what they stand on' },
  items: { type: 'string', words: 'only these sources and their passages' },
  withhold: { type: 'string', words: 'sources that stay behind, proved to be part of the case' },
  reason: { type: 'string', words: 'why they stay behind; the case file says it' },
  redacted: { type: 'string', words: 'ITEM=FILE: the redacted copy that goes instead of the source' },
  'allow-words': { type: 'boolean', words: 'single words of withheld phrases may stand elsewhere; whole phrases never' },
} as const;

type Selection = NonNullable<CallInput<'export.create'>['selection']>;

/** Nothing when none of the options was given: the whole case. @throws UsageError */
export function selectionOf(options: Invocation['options']): { selection?: Selection } {
  if (!Object.keys(selectionOptions).some((name) => options[name] !== undefined)) return {};
  const withheld = listed(options['withhold']);
  const reason = options['reason'];
  if (withheld.length > 0 && (typeof reason !== 'string' || reason.trim() === '')) throw new UsageError(words.withholdWhy);
  return {
    selection: {
      incidentIds: listed(options['incidents']),
      claimIds: listed(options['claims']),
      itemIds: listed(options['items']),
      withheld: withheld.map((itemId) => ({ itemId, reason: String(reason) })),
      redacted: listed(options['redacted']).map(copyOf),
      singleWords: options['allow-words'] === true ? 'allowed' : 'refused',
    },
  };
}

function copyOf(pair: string): { itemId: string; fileId: string } {
  const [itemId, fileId] = pair.split('=');
  if (itemId === undefined || fileId === undefined) throw new UsageError(words.redactedPair(pair));
  return { itemId, fileId };
}

function listed(value: string | boolean | undefined): string[] {
  if (typeof value !== 'string') return [];
  return value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
