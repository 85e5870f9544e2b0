import './top-bar.css';
import { ChevronDown, Search } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { CaseInfo } from '#shared/model/case.ts';
import { t } from '../messages/index.ts';
import { Chip } from '../ui/chip.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { Menu } from '../ui/menu.tsx';
import { utcWords } from '../ui/times.tsx';
import { runCommand } from './commands.ts';
import { call } from './engine.ts';
import { goTo, useSession } from './session.ts';

export function TopBar({ info }: { info: CaseInfo }) {
  return (
    <header className="top-bar">
      <CaseMenu info={info} />
      <SearchField />
      <div className="top-bar-chips">
        {info.access === 'read' ? (
          <Chip tone="pending" title={t(`shell.reading-only.${info.readOnlyReason ?? 'asked'}`)}>
            {t('shell.reading-only')}
          </Chip>
        ) : null}
        <ProofChip info={info} />
        <Chip title={t('shell.offline.hint')}>{t('shell.offline')}</Chip>
      </div>
    </header>
  );
}

function CaseMenu({ info }: { info: CaseInfo }) {
  const actions = [
    { id: 'open', label: t('shell.case.open'), keys: '$mod+o', run: () => runCommand('case.open') },
    { id: 'new', label: t('shell.case.new'), keys: '$mod+Shift+n', run: () => runCommand('case.new') },
    { id: 'reveal', label: t('shell.case.reveal'), run: () => void call('files.reveal', { path: info.folder }) },
    { id: 'export', label: t('shell.case.export'), keys: '$mod+Shift+e', run: () => runCommand('export.create') },
    { id: 'settings', label: t('shell.settings'), run: () => goTo({ name: 'settings' }) },
    { id: 'close', label: t('shell.case.close'), keys: '$mod+Shift+w', run: () => runCommand('case.close') },
  ];
  return (
    <Menu label={t('shell.case.menu')} actions={actions}>
      <AriaButton className="case-button">
        <span className="truncate" dir="auto">
          {info.title}
        </span>
        <ChevronDown aria-hidden />
      </AriaButton>
    </Menu>
  );
}

/** Enter searches; Ctrl+Shift+F comes here. The words stay while their hits are shown. */
function SearchField() {
  const place = useSession((state) => state.place);
  const asked = place.name === 'search' ? place.words : '';
  const [words, setWords] = useState(asked);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => setWords(asked), [asked]);
  useEffect(() => {
    const focus = () => input.current?.select();
    window.addEventListener('holdfast:focus-search', focus);
    return () => window.removeEventListener('holdfast:focus-search', focus);
  }, []);
  return (
    <form
      className="search-field"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        if (words.trim() !== '') goTo({ name: 'search', words: words.trim() });
      }}
    >
      <Search aria-hidden />
      <input
        ref={input}
        dir="auto"
        aria-label={t('shell.search')}
        placeholder={t('shell.search')}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <Kbd keys="$mod+Shift+f" />
    </form>
  );
}

/** What the last verification said, in words. */
function ProofChip({ info: { lastVerified } }: { info: CaseInfo }) {
  const open = () => goTo({ name: 'custody' });
  const chip =
    lastVerified === null ? (
      <Chip tone="pending">{t('shell.proof.never')}</Chip>
    ) : lastVerified.findings === 0 ? (
      <Chip tone="proved">{t('shell.proof.none')}</Chip>
    ) : (
      <Chip tone="broken">{t('shell.proof.findings', { count: lastVerified.findings })}</Chip>
    );
  return (
    <button
      type="button"
      className="chip-button"
      onClick={open}
      title={lastVerified === null ? t('shell.proof.never.hint') : t('shell.proof.at', { at: utcWords(lastVerified.at) })}
    >
      {chip}
    </button>
  );
}
