import './hands-on.css';
import { Compass } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { tinykeys } from 'tinykeys';
import type { HandsOnState } from '#shared/hands-on.ts';
import { t } from '../messages/index.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { LoginDialog } from './login-dialog.tsx';
import { MarksDialog } from './marks-dialog.tsx';
import { PagesDialog } from './pages-dialog.tsx';
import { SessionDialog } from './session-dialog.tsx';
import { StatusStrip } from './status-strip.tsx';
import { ToolRow } from './tool-row.tsx';
import { ask, focusAddress, keepPage, showDialog, tell, useToolbar } from './toolbar-state.ts';
import { Trouble } from './trouble.tsx';

/** The window a person browses in: tools above; below them the page's own view, or words where there is no page. */
export function HandsOn() {
  const { state, dialog } = useToolbar();
  const tools = useRef<HTMLElement>(null);
  useSystemTheme();
  useToolbarKeys();
  const isAside = state === null || dialog !== null || state.asksLogin !== null || state.trouble !== null || state.page.url === '';
  usePlace(tools, isAside);
  if (state === null) return null;
  const close = () => showDialog(null);
  return (
    <div className="hands-on">
      <header className="hands-on-tools" ref={tools}>
        <ToolRow state={state} />
        <StatusStrip state={state} />
      </header>
      <main className="hands-on-below">
        <Below state={state} />
      </main>
      {state.asksLogin === null ? null : <LoginDialog asked={state.asksLogin} />}
      {dialog === 'pages' ? <PagesDialog pages={state.pages} onClose={close} /> : null}
      {dialog === 'marks' ? <MarksDialog onClose={close} /> : null}
      {dialog === 'session' ? <SessionDialog onClose={close} /> : null}
    </div>
  );
}

/** What is seen where the page's view is not. */
function Below({ state: { trouble, page } }: { state: HandsOnState }) {
  if (trouble !== null) return <Trouble trouble={trouble} />;
  if (page.url === '') return <EmptyState icon={Compass} title={t('hands-on.empty.title')} text={t('hands-on.empty.text')} />;
  return null;
}

/** Tells main where the page begins, and to move it aside while something here needs the whole window. */
function usePlace(tools: React.RefObject<HTMLElement | null>, aside: boolean): void {
  const isThere = tools.current !== null;
  useLayoutEffect(() => {
    const element = tools.current;
    if (element === null) return;
    const place = () => void ask('place', { top: Math.round(element.getBoundingClientRect().height), aside });
    place();
    const watching = new ResizeObserver(place);
    watching.observe(element);
    return () => watching.disconnect();
  }, [tools, aside, isThere]);
}

function useToolbarKeys(): void {
  useEffect(
    () =>
      tinykeys(window, {
        '$mod+s': (event) => (event.preventDefault(), keepPage()),
        '$mod+l': (event) => (event.preventDefault(), focusAddress()),
        '$mod+r': (event) => (event.preventDefault(), tell('move', { to: 'reload' })),
        F5: () => tell('move', { to: 'reload' }),
        'Alt+ArrowLeft': () => tell('move', { to: 'back' }),
        'Alt+ArrowRight': () => tell('move', { to: 'forward' }),
      }),
    [],
  );
}

/** The program sets Chromium's own preference to what the person chose. */
function useSystemTheme(): void {
  useEffect(() => {
    const dark = window.matchMedia('(prefers-color-scheme: dark)');
    const apply = () => void (document.documentElement.dataset['theme'] = dark.matches ? 'dark' : 'light');
    apply();
    dark.addEventListener('change', apply);
    return () => dark.removeEventListener('change', apply);
  }, []);
}
