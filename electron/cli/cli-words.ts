/** Every sentence the command line says by itself. */
export const cliWords = {
  about: 'Holdfast keeps sources, ties their words to claims, and exports case files a stranger can check.',
  usage: 'Usage: holdfast COMMAND [ARGUMENTS] [--case FOLDER] [--json]',
  general: [
    ['--case FOLDER', 'the case to work on; without it the current folder, when that is a case'],
    ['--json', 'answer in JSON, for programs (import and capture: one line each)'],
    ['--help', 'this text, or that of a command'],
  ],
  status: 'Exit status: 0 done, 1 findings or a refused input, 2 wrong use.',
  noCommand: 'No command was given.',
  unknownCommand: (name: string) => `There is no command named ${name}.`,
  noCase: 'No case was named. Give --case FOLDER, or work in the folder of a case.',
  tooFew: (usage: string) => `Something is missing: ${usage}`,
  tooMany: (extra: string) => `${extra} is too much.`,
  tryHelp: 'Try holdfast --help.',
  readOnlyNow: 'The case is in use by another Holdfast, so it is opened for reading; nothing is written to its journal.',
  noBrowser: 'Capturing needs the Holdfast application, which was not found.',
  silent: 'the browser ended without an answer',
  inWindow: 'Do it in the window.',
  badOption: (name: string, problem: string) => `--${name} ${problem}`,
  viewport: 'takes a width and a height in CSS pixels, such as 1280x900.',
  archivePages: (added: number, before: number, all: number) =>
    `(${added.toLocaleString('en')} of ${all.toLocaleString('en')} pages${before === 0 ? '' : `, ${before.toLocaleString('en')} were there already`})`,
  badJson: (problem: string) => `The input is not JSON: ${problem}`,
  readByOcr: '(read by OCR, may contain errors)',
  noFindings: 'Nothing found: everything holds.',
};
