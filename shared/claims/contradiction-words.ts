/** Why two claims cannot both hold, in one sentence, for the window and the report. */
import type { Contradiction } from '../model/analysis.ts';
import { edtfWords } from './edtf-words.ts';

/** "About 500 and nearly 1,236 bodies exhumed cannot both be the total." */
export function contradictionWords({ rule, facts }: Pick<Contradiction, 'rule' | 'facts'>): string {
  const say = (name: string) => String(facts[name] ?? '');
  switch (rule) {
    case 'figures apart':
      return sentence(figuresWords(say));
    case 'denied':
      return sentence(deniedWords(say));
    case 'different responsible':
      return sentence(`one holds ${say('partiesA')} responsible, the other ${say('partiesB')}`);
    case 'different dates':
      return sentence(`${say('act')}: ${edtfWords(say('whenA'))} and ${edtfWords(say('whenB'))} do not meet`);
    case 'linked':
      return sentence(`a person linked them as contradicting${say('note') === '' ? '' : `: ${say('note')}`}`);
  }
}

type Say = (name: string) => string;

function figuresWords(say: Say): string {
  const both = `${say('figureA')} and ${say('figureB')} ${say('unit')}`;
  if (say('role') === 'count') return `${both} ${say('act')} cannot both be the total`;
  return `${both} cannot both be the ${say('role')} (${say('act')})`;
}

/** "one asserts what the other denies: at least 40 civilians killed (denied: 60 civilians)" */
function deniedWords(say: Say): string {
  const [denial, other] = say('modalityA') === 'denies' ? ['A', 'B'] : ['B', 'A'];
  const [held, refused] = [say(`figure${other}`), say(`figure${denial}`)];
  const what = `one ${say(`modality${other}`)} what the other denies: ${held === '' ? '' : `${held} `}${say('act')}`;
  return refused === '' || refused === held ? what : `${what} (denied: ${refused})`;
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}${/[.!?؟]$/u.test(words) ? '' : '.'}`;
}
