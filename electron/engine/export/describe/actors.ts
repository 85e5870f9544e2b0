/** The people and programs that acted, each named once, in the order they first did. */
import type { ExportedFile } from '#shared/model/case-file.ts';

export type Tool = { name: string; version: string };

export class Actors {
  readonly people: string[] = [];
  readonly tools: Tool[] = [];

  /** Its number, from 1. */
  person(name: string): number {
    const at = this.people.indexOf(name);
    return at >= 0 ? at + 1 : this.people.push(name);
  }

  tool(tool: Tool): number {
    const at = this.tools.findIndex(({ name, version }) => name === tool.name && version === tool.version);
    return at >= 0 ? at + 1 : this.tools.push(tool);
  }
}

/** What made a derived file; null for one that was received, and for one a person made by hand. */
export function toolOf({ tool, toolVersion }: Pick<ExportedFile, 'tool' | 'toolVersion'>): Tool | null {
  return tool === null || tool === 'person' ? null : { name: tool, version: toolVersion ?? '' };
}
