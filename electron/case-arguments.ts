import { resolve } from 'node:path';

/** The case folder named on a command line, as when a person opens `X.holdfast` with Holdfast. */
export function caseFolderIn(argv: readonly string[], cwd: string): string | null {
  const given = argv.slice(1).find((argument) => !argument.startsWith('-') && /\.holdfast[\\/]?$/.test(argument));
  return given === undefined ? null : resolve(cwd, given);
}
