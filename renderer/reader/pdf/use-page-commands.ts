import type { Dispatch, RefObject, SetStateAction } from 'react';
import type { SidebarView } from './pdf-sidebar.tsx';
import type { Pages } from './use-pages.ts';
import { usePdfCommands } from './use-pdf-commands.ts';

type Asked = {
  pages: Pages;
  field: RefObject<HTMLInputElement | null>;
  setSidebar: Dispatch<SetStateAction<SidebarView | null>>;
};

/** Everything that can be done with the pages, as commands. */
export function usePageCommands({ pages, field, setSidebar }: Asked): void {
  const { zoom, current, count, open, rotate } = pages;
  usePdfCommands({
    sidebar: () => setSidebar((before) => (before === null ? 'pages' : null)),
    outline: () => setSidebar((before) => (before === 'outline' ? null : 'outline')),
    next: () => open(Math.min(count, current + 1)),
    previous: () => open(Math.max(1, current - 1)),
    first: () => open(1),
    last: () => open(count),
    go: () => field.current?.focus(),
    rotate: () => rotate(90),
    'rotate-back': () => rotate(-90),
    bigger: zoom.bigger,
    smaller: zoom.smaller,
    width: zoom.fitWidth,
    page: zoom.fitPage,
  });
}
