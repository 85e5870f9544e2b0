import { useMemo, useRef, type RefObject } from 'react';
import { useCommands, type Command } from '../../shell/commands.ts';

/** N and P go from one passage to the next, wherever the focus is; Enter on one opens it, S changes what it does. */
export function useEvidenceSteps(list: RefObject<HTMLElement | null>, onRestate: ((linkId: string) => void) | null): void {
  const restate = useRef(onRestate);
  restate.current = onRestate;
  const canRestate = onRestate !== null;
  const commands = useMemo(() => {
    const group = 'claims.group' as const;
    const step = (by: 1 | -1) => () => list.current !== null && stepFrom(list.current, by);
    const steps: Command[] = [
      { id: 'evidence.next', title: 'claim-page.do.next', group, keys: 'n', run: step(1) },
      { id: 'evidence.previous', title: 'claim-page.do.previous', group, keys: 'p', run: step(-1) },
    ];
    const change: Command = {
      id: 'evidence.restate',
      title: 'claim-page.do.restate',
      group,
      keys: 's',
      run() {
        const id = document.activeElement?.closest<HTMLElement>('[data-evidence]')?.dataset['evidence'];
        if (id !== undefined) restate.current?.(id);
      },
    };
    return canRestate ? [...steps, change] : steps;
  }, [canRestate, list]);
  useCommands(commands);
}

function stepFrom(list: HTMLElement, by: 1 | -1): void {
  const rows = [...list.querySelectorAll<HTMLElement>('[data-evidence]')];
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const next = rows[at < 0 ? (by === 1 ? 0 : rows.length - 1) : at + by];
  const words = next?.querySelector<HTMLElement>('.evidence-quote');
  words?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: 'nearest' });
}
