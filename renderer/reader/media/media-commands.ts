import { useEffect, useMemo, useRef } from 'react';
import { useCommands, type Command } from '../../shell/commands.ts';
import type { Player } from './use-player.ts';
import type { TimeMarks } from './use-range-marks.ts';

/** What can be done with a recording now; a part that is null is not offered. */
export type MediaActs = {
  player: Player;
  /** A frame on or back. */
  step: ((by: 1 | -1) => void) | null;
  marks: TimeMarks | null;
  toggleLoop: (() => void) | null;
  keepStill: (() => void) | null;
  goPassage: ((by: 1 | -1) => void) | null;
  goScene: ((by: 1 | -1) => void) | null;
  zoom: ((by: 1 | -1) => void) | null;
  toggleMute: () => void;
};

type Entry = [id: string, title: Command['title'], keys: string, run: (acts: MediaActs) => void, part?: keyof MediaActs, also?: string];

const entries: Entry[] = [
  ['play', 'reader.media.play', 'k', ({ player }) => player.toggle()],
  ['back', 'reader.media.backwards', 'j', ({ player }) => player.backwards()],
  ['ahead', 'reader.media.forwards', 'l', ({ player }) => player.forwards()],
  ['five-back', 'reader.media.back', 'Shift+j', ({ player }) => player.nudge(-5)],
  ['five-ahead', 'reader.media.ahead', 'Shift+l', ({ player }) => player.nudge(5)],
  ['slower', 'reader.media.slower', '-', ({ player }) => player.slower()],
  ['faster', 'reader.media.faster', '=', ({ player }) => player.faster()],
  ['frame-back', 'reader.media.frame-back', ',', ({ step }) => step?.(-1), 'step'],
  ['frame-ahead', 'reader.media.frame-ahead', '.', ({ step }) => step?.(1), 'step'],
  ['still', 'reader.media.still', 's', ({ keepStill }) => keepStill?.(), 'keepStill'],
  ['in', 'reader.media.in', 'i', ({ marks }) => marks?.setIn(), 'marks', '['],
  ['out', 'reader.media.out', 'o', ({ marks }) => marks?.setOut(), 'marks', ']'],
  ['in-earlier', 'reader.media.in.earlier', 'Shift+BracketLeft', ({ marks }) => marks?.nudge('from', -1), 'marks'],
  ['in-later', 'reader.media.in.later', 'Alt+BracketLeft', ({ marks }) => marks?.nudge('from', 1), 'marks'],
  ['out-earlier', 'reader.media.out.earlier', 'Alt+BracketRight', ({ marks }) => marks?.nudge('to', -1), 'marks'],
  ['out-later', 'reader.media.out.later', 'Shift+BracketRight', ({ marks }) => marks?.nudge('to', 1), 'marks'],
  ['loop', 'reader.media.loop', 'r', ({ toggleLoop }) => toggleLoop?.(), 'toggleLoop'],
  ['passage-before', 'reader.media.passage.before', 'Alt+ArrowUp', ({ goPassage }) => goPassage?.(-1), 'goPassage'],
  ['passage-after', 'reader.media.passage.after', 'Alt+ArrowDown', ({ goPassage }) => goPassage?.(1), 'goPassage'],
  ['scene-before', 'reader.media.scene.before', 'Shift+Comma', ({ goScene }) => goScene?.(-1), 'goScene'],
  ['scene-after', 'reader.media.scene.after', 'Shift+Period', ({ goScene }) => goScene?.(1), 'goScene'],
  ['zoom', 'reader.media.zoom.in', 'z', ({ zoom }) => zoom?.(1), 'zoom'],
  ['zoom-out', 'reader.media.zoom.out', 'Shift+z', ({ zoom }) => zoom?.(-1), 'zoom'],
  ['mute', 'reader.media.mute', 'm', ({ toggleMute }) => toggleMute()],
];

/** Keys of playing and marking. The commands stay the same objects while what they do follows the player. */
export function useMediaCommands(acts: MediaActs): void {
  const now = useRef(acts);
  useEffect(() => {
    now.current = acts;
  });
  const offered = entries.map(([, , , , part]) => part === undefined || acts[part] !== null).join();
  const commands = useMemo(() => {
    const can = offered.split(',');
    return entries.flatMap(([id, title, keys, run, , also], index): Command[] =>
      can[index] === 'true'
        ? [
            {
              id: `media.${id}`,
              title,
              group: 'reader.media.group',
              keys,
              ...(also === undefined ? {} : { also }),
              run: () => run(now.current),
            },
          ]
        : [],
    );
  }, [offered]);
  useCommands(commands);
}
