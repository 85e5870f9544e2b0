import type { CustodyAct } from '#shared/model/custody.ts';
import { t } from '../messages/index.ts';
import { openClaim, openIncident, openItem, openParty } from '../shell/session.ts';

/** What an act is about, in words: a passage in its source, a name, or what the entry says by itself. */
export function subjectWords({ about, payload }: CustodyAct): string {
  if (about?.quote != null) return t('custody.in', { quote: about.quote, name: about.name });
  if (about !== null) return about.name;
  return said(payload);
}

function said(payload: CustodyAct['payload']): string {
  if (payload === null || typeof payload !== 'object' || Array.isArray(payload)) return '';
  for (const name of ['name', 'title', 'url', 'label', 'term', 'tag', 'reason']) {
    const value = payload[name];
    if (typeof value === 'string') return value;
  }
  return '';
}

/** Opens what an act is about; null when there is nothing to open. */
export function opening({ about }: CustodyAct): (() => void) | null {
  if (about === null) return null;
  const { kind, id, itemId } = about;
  if (kind === 'claim' && id !== null) return () => openClaim(id);
  if (kind === 'incident' && id !== null) return () => openIncident(id);
  if (kind === 'party' && id !== null) return () => openParty(id);
  return itemId === null ? null : () => openItem(itemId, { passageId: kind === 'passage' ? id : null });
}

/** A moment as the clock of the acting machine showed it, `14:12 +03:00`. `offset` in minutes east of UTC. */
export function localTime(at: string, offset: number): string {
  const moment = Date.parse(at);
  if (Number.isNaN(moment)) return at;
  const minutes = Math.abs(offset);
  const zone = `${offset < 0 ? '−' : '+'}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
  return `${new Date(moment + offset * 60_000).toISOString().slice(11, 16)} ${zone}`;
}

const pad = (value: number) => String(value).padStart(2, '0');
