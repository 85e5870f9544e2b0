import { useCallback, useMemo, useState } from 'react';
import { useCommands } from '../../shell/commands.ts';

export type AreaTool = { isDrawing: boolean; toggle: () => void; stop: () => void };

/** The drawing of areas as a tool that is taken up and put down, by the key A or a button. Not offered when `isOffered` is false. */
export function useAreaTool(isOffered: boolean): AreaTool {
  const [isDrawing, setDrawing] = useState(false);
  const toggle = useCallback(() => setDrawing((before) => !before), []);
  const stop = useCallback(() => setDrawing(false), []);
  useCommands(
    useMemo(
      () => (isOffered ? [{ id: 'reader.area', title: 'reader.area.tool', group: 'reader.group', keys: 'a', run: toggle }] : []),
      [isOffered, toggle],
    ),
  );
  return { isDrawing: isDrawing && isOffered, toggle, stop };
}
