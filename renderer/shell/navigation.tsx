import './navigation.css';
import {
  AudioLines,
  BookA,
  CalendarClock,
  CircleDashed,
  FileText,
  Globe,
  Image,
  Inbox,
  ListChecks,
  MessageSquareQuote,
  NotebookPen,
  ShieldCheck,
  SquarePlay,
  TriangleAlert,
  Users,
  Waypoints,
  type LucideIcon,
} from 'lucide-react';
import type { CaseInfo } from '#shared/model/case.ts';
import type { ItemType } from '#shared/model/items.ts';
import { t, type MessageKey } from '../messages/index.ts';
import { useQueueCounts } from '../queue/queue-calls.ts';
import { goTo, useSession, type Place } from './session.ts';

type Entry = { label: MessageKey; icon: LucideIcon; place: Place; count: number | null; also?: readonly Place['name'][] };

/** The case, by what it holds, with counts. */
export function Navigation({ info }: { info: CaseInfo }) {
  const place = useSession((state) => state.place);
  const waiting = useQueueCounts()?.waiting ?? null;
  return (
    <nav className="navigation" aria-label={t('shell.navigation')}>
      {sections(info, waiting).map(({ label, entries }) => (
        <section key={label}>
          <h2 className="navigation-head">{t(label)}</h2>
          <ul>
            {entries.map((entry) => (
              <NavigationEntry key={entry.label} entry={entry} current={isCurrent(entry, place)} />
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}

function NavigationEntry({ entry, current }: { entry: Entry; current: boolean }) {
  const { icon: Icon, label, count, place } = entry;
  return (
    <li>
      <button type="button" className="navigation-entry" aria-current={current ? 'page' : undefined} onClick={() => goTo(place)}>
        <Icon aria-hidden />
        <span className="truncate">{t(label)}</span>
        {count === null || count === 0 ? null : <span className="navigation-count number">{count.toLocaleString('en')}</span>}
      </button>
    </li>
  );
}

function sections({ counts }: CaseInfo, waiting: number | null): { label: MessageKey; entries: Entry[] }[] {
  const ofTypes = (label: MessageKey, icon: LucideIcon, ...types: ItemType[]): Entry => ({
    label,
    icon,
    place: { name: 'library', types },
    count: types.reduce((sum, type) => sum + (counts.byType[type] ?? 0), 0),
  });
  return [
    {
      label: 'shell.sources',
      entries: [
        { label: 'shell.all', icon: Inbox, place: { name: 'library', types: null }, count: counts.items },
        ofTypes('shell.web', Globe, 'web'),
        ofTypes('shell.video', SquarePlay, 'video'),
        ofTypes('shell.audio', AudioLines, 'audio'),
        ofTypes('shell.documents', FileText, 'pdf', 'document'),
        ofTypes('shell.images', Image, 'image'),
        { label: 'queue.go', icon: ListChecks, place: { name: 'queue' }, count: waiting },
      ],
    },
    {
      label: 'shell.work',
      entries: [
        { label: 'shell.passages', icon: NotebookPen, place: { name: 'passages' }, count: counts.passages },
        { label: 'shell.claims', icon: MessageSquareQuote, place: { name: 'claims' }, count: counts.claims, also: ['claim'] },
        { label: 'shell.incidents', icon: TriangleAlert, place: { name: 'incidents' }, count: counts.incidents, also: ['incident'] },
        { label: 'shell.parties', icon: Users, place: { name: 'parties' }, count: counts.parties, also: ['party'] },
        { label: 'timeline.title', icon: CalendarClock, place: { name: 'timeline' }, count: null },
        { label: 'network.go', icon: Waypoints, place: { name: 'network' }, count: null },
        { label: 'gaps.title', icon: CircleDashed, place: { name: 'gaps' }, count: null },
        { label: 'vocabulary.title', icon: BookA, place: { name: 'vocabulary' }, count: null },
      ],
    },
    {
      label: 'shell.proof',
      entries: [{ label: 'shell.custody', icon: ShieldCheck, place: { name: 'custody' }, count: null }],
    },
  ];
}

function isCurrent(entry: Entry, place: Place): boolean {
  if (entry.also?.includes(place.name) === true) return true;
  if (entry.place.name !== place.name) return false;
  return place.name !== 'library' || entry.place.name !== 'library' || String(entry.place.types) === String(place.types);
}
