import { resolve } from 'node:path';

/** The case folder named on a command line, as when a person opens `X.holdfast` with Holdfast. */
export function caseFolderIn(argv: readonly string[], cwd: string): string | null {
  const given = argv.slice(1).find((argument) => !argument.startsWith('-') && /\.holdfast[\\/]?$/.test(argument));
  return given === undefined ? null : resolve(cwd, given);
}

type OpenFile = { on(event: 'open-file', listener: (event: { preventDefault(): void }, path: string) => void): unknown };

/**
 * Case folders the system asks to open (macOS). The first may come before there is a window, so they wait until
 * someone takes them.
 */
export function openRequests(app: OpenFile): (take: (folder: string) => void) => void {
  const waiting: string[] = [];
  let taker: ((folder: string) => void) | null = null;
  app.on('open-file', (event, path) => {
    event.preventDefault();
    if (taker === null) waiting.push(path);
    else taker(path);
  });
  return (take) => {
    taker = take;
    for (const path of waiting.splice(0)) take(path);
  };
}
