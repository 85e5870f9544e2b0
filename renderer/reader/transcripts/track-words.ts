import type { TextKind } from '#shared/model/text-kinds.ts';
import { t } from '../../messages/index.ts';
import { utcWords } from '../../ui/times.tsx';
import { isCorrected, type Track } from './tracks.ts';

const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/** A language by its name; its tag where it has none. */
export function languageName(tag: string): string {
  try {
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** Who or what made a text, as it is said beside its words; null for the canonical one. */
export function makerOf({ kind, tool, toolParameters }: Pick<Track, 'kind' | 'tool' | 'toolParameters'>): string | null {
  const said = (name: string) => (typeof toolParameters?.[name] === 'string' ? toolParameters[name] : '');
  if (kind === 'canonical') return null;
  if (kind === 'translation')
    return t(said('translatorKind') === 'software' ? 'transcripts.by.software' : 'transcripts.by', { who: said('translator') });
  return tool === 'person' ? t('transcripts.typed', { who: said('who') }) : t('transcripts.from-file');
}

/** A track in one line: language, what it is, whose, when. */
export function trackWords(track: Track, tracks: readonly Track[], itemLanguage: string | null): string {
  const language = track.language ?? itemLanguage;
  const parts = [
    language === null ? null : languageName(language),
    t(kinds[track.kind]),
    makerOf(track),
    utcWords(track.createdAt),
    isCorrected(tracks, track) ? t('transcripts.corrected') : null,
  ];
  return parts.filter((part) => part !== null && part !== '').join(' · ');
}

const kinds = {
  canonical: 'transcripts.kind.canonical',
  transcript: 'transcripts.kind.transcript',
  translation: 'transcripts.kind.translation',
  ocr: 'transcripts.kind.ocr',
  unlocked: 'transcripts.kind.unlocked',
} as const satisfies Record<TextKind, string>;
