/** What is wrong with a cell; told with its column and line, and never a reason to stop reading. */
export class CellProblem extends Error {
  readonly code: string;
  readonly facts: Record<string, string | number>;

  constructor(code: string, facts: Record<string, string | number> = {}) {
    super(code);
    this.code = code;
    this.facts = facts;
  }
}
