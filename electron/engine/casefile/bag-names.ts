/** Names of a case file as they are read one after the other: which may not be used, and why. */
import { bagPathProblem, foldedName } from './case-file-source.ts';

export class BagNames {
  readonly #files = new Set<string>();
  readonly #folders = new Set<string>();

  /** The problem with a file's name, or null; its name then counts as taken. */
  add(path: string): string | null {
    const problem = bagPathProblem(path);
    if (problem !== null) return problem;
    const folded = foldedName(path);
    if (this.#files.has(folded)) return 'it is there twice';
    if (this.#folders.has(folded)) return 'a folder has the same name';
    const above = foldersOf(folded);
    if (above.some((folder) => this.#files.has(folder))) return 'a file has the name of its folder';
    this.#files.add(folded);
    // From the innermost out: where one is known, those around it are too.
    for (const folder of above) {
      if (this.#folders.has(folder)) break;
      this.#folders.add(folder);
    }
    return null;
  }
}

/** The folders that a file lies in, innermost first. */
function foldersOf(path: string): string[] {
  const folders: string[] = [];
  for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) folders.push(path.slice(0, at));
  return folders;
}
