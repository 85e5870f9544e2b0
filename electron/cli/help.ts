import { cliWords as words } from './cli-words.ts';
import type { Command } from './command.ts';
import { table } from './terminal-text.ts';

/** The whole help, or that of one command. */
export function helpText(commands: Record<string, Command>, name?: string): string {
  const indented = (rows: string[][]) => table(rows).map((line) => `  ${line}`);
  const command = name === undefined ? undefined : commands[name];
  if (name !== undefined && command !== undefined) {
    const own = Object.entries(command.options ?? {}).map(([option, { type, words: about }]) => [
      `--${option}${type === 'string' ? ' VALUE' : ''}`,
      about,
    ]);
    return [
      `holdfast ${name} ${command.usage}`.trim(),
      '',
      command.summary,
      '',
      ...indented([...own, ...words.general.map((row) => [...row])]),
    ].join('\n');
  }
  const rows = Object.entries(commands).map(([title, one]) => [`${title} ${one.usage}`.trim(), one.summary]);
  return [
    words.about,
    '',
    words.usage,
    '',
    ...indented(rows),
    '',
    ...indented(words.general.map((row) => [...row])),
    '',
    words.status,
  ].join('\n');
}
