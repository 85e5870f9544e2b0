/** Why a grade is suggested, in one sentence, for the window, the report and the command line. */
import type { SuggestedGrade } from '../model/analysis.ts';

/** "Fair: 2 independent origins put forward civilian harm." */
export function gradeRuleWords({ value, rule, facts }: Pick<SuggestedGrade, 'value' | 'rule' | 'facts'>): string {
  const name = `${value.charAt(0).toUpperCase()}${value.slice(1)}`;
  return `${name}: ${reasonOf(rule, facts)}.`;
}

function reasonOf(rule: string, { origins = 0, party = '', partiesA = '', partiesB = '' }: SuggestedGrade['facts']): string {
  switch (rule) {
    case 'belligerent admits':
      return `${party} accepts responsibility`;
    case 'rival parties':
      return `independent origins hold different parties responsible, ${partiesA} and ${partiesB}`;
    case 'combatants only':
      return `${origins} independent origins say that those harmed were combatants, and none puts forward civilian harm`;
    case 'two origins':
      return `${origins} independent origins put forward civilian harm`;
    case 'one origin':
      return 'one origin alone puts forward civilian harm, however often it is repeated';
    default:
      return rule;
  }
}
