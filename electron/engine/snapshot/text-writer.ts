/**
 * Writes canonical text: runs of white space become one space, block boundaries one newline, nothing at the ends.
 * Offsets are UTF-16 code units.
 */
export class TextWriter {
  private readonly parts: string[] = [];
  private gap: '' | ' ' | '\n' = '';
  length = 0;

  /** Ends the line, unless nothing has been written yet. */
  block(): void {
    if (this.length > 0) this.gap = '\n';
  }

  /** Sets what follows apart by white space. */
  space(): void {
    if (this.length > 0 && this.gap === '') this.gap = ' ';
  }

  /** Adds the text of one node; answers where its visible characters lie, or null when it has none. */
  text(value: string): { start: number; end: number } | null {
    let start = -1;
    let from = 0;
    for (const word of value.matchAll(/\S+/gu)) {
      if (word.index > from) this.space();
      if (this.gap !== '') this.push(this.gap);
      this.gap = '';
      if (start < 0) start = this.length;
      this.push(word[0]);
      from = word.index + word[0].length;
    }
    if (from < value.length) this.space();
    return start < 0 ? null : { start, end: this.length };
  }

  toString(): string {
    return this.parts.join('');
  }

  private push(part: string): void {
    this.parts.push(part);
    this.length += part.length;
  }
}
