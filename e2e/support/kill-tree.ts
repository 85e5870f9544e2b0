import { readdirSync, readFileSync } from 'node:fs';

/** Ends a process and everything it started, all at once and without a word, as a power cut would. With `spare`, all but the process itself. Linux. */
export function killTree(root: number, { spare = false } = {}): void {
  const all = treeOf(root);
  killAll(spare ? all.slice(1) : all);
}

/** A process and everything it started, for who wants to be quick about it later. */
export function treeOf(root: number): number[] {
  const children = childrenOf();
  const all = [root];
  for (const pid of all) all.push(...(children.get(pid) ?? []));
  return all;
}

export function killAll(pids: readonly number[]): void {
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended by itself in between.
    }
  }
}

function childrenOf(): Map<number, number[]> {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc').filter((one) => /^\d+$/.test(one))) {
    const parent = parentOf(name);
    if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  return children;
}

/** The fourth field of /proc/PID/stat (proc(5)); the second is the name in brackets and may hold anything. */
function parentOf(pid: string): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return null;
  }
}
