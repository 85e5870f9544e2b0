import { useEffect, useMemo, useRef } from 'react';
import { useCommands } from '../../shell/commands.ts';

/** Offers "Mark an area" under the key of all viewers. */
export function useAreaCommand(isOffered: boolean, run: () => void): void {
  const now = useRef(run);
  useEffect(() => {
    now.current = run;
  });
  useCommands(
    useMemo(
      () =>
        isOffered
          ? [{ id: 'reader.area', title: 'reader.area.tool', group: 'reader.group', keys: 'a', run: () => now.current() } as const]
          : [],
      [isOffered],
    ),
  );
}
