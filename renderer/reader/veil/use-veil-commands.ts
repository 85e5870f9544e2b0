import { useMemo } from 'react';
import type { Item } from '#shared/model/items.ts';
import { useCanWrite } from '../../shell/case-info.ts';
import { useCommands, type Command } from '../../shell/commands.ts';
import { useAct } from '../../shell/engine.ts';
import { veilAll } from './use-veil.ts';

type Shown = { isShown: boolean; onChange: (isShown: boolean) => void };

/** Showing, blurring and marking a graphic source by key and name. */
export function useVeilCommands(item: Item, veil: Shown | null): void {
  const canWrite = useCanWrite();
  const { mutate } = useAct('items.describe');
  const { id, graphic } = item;
  const isShown = veil?.isShown;
  const onChange = veil?.onChange;
  useCommands(
    useMemo((): Command[] => {
      const toggle: Command[] =
        isShown === undefined || onChange === undefined
          ? []
          : [
              { id: 'reader.veil', title: 'reader.graphic.toggle', group: 'reader.group', keys: 'v', run: () => onChange(!isShown) },
              { id: 'reader.veil-all', title: 'reader.graphic.all', group: 'reader.group', keys: 'Shift+V', run: veilAll },
            ];
      const mark: Command = {
        id: 'reader.graphic',
        title: 'reader.graphic.mark',
        group: 'reader.group',
        run: () => mutate({ id, given: { graphic: !graphic } }),
      };
      return [...toggle, ...(canWrite ? [mark] : [])];
    }, [canWrite, mutate, id, graphic, isShown, onChange]),
  );
}
