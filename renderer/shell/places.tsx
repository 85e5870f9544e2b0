/** Which component shows which place. Each is loaded when first shown. */
import { lazy } from 'react';
import type { Focus, Inspector, Place } from './session.ts';

const ReaderSides = lazy(async () => ({ default: (await import('../reader/sides/reader-sides.tsx')).ReaderSides }));
const PassagesPlace = lazy(async () => ({ default: (await import('../passages/passages-place.tsx')).PassagesPlace }));
const PassageInspector = lazy(async () => ({ default: (await import('../passages/passage-inspector.tsx')).PassageInspector }));
const PassagesPanel = lazy(async () => ({ default: (await import('../passages/panel/passages-panel.tsx')).PassagesPanel }));
const PassageForm = lazy(async () => ({ default: (await import('../passages/passage-form.tsx')).PassageForm }));
const ClaimsPlace = lazy(async () => ({ default: (await import('../claims/claims-place.tsx')).ClaimsPlace }));
const ClaimPage = lazy(async () => ({ default: (await import('../claims/claim-page.tsx')).ClaimPage }));
const ClaimForm = lazy(async () => ({ default: (await import('../claims/claim-form.tsx')).ClaimForm }));
const IncidentsPlace = lazy(async () => ({ default: (await import('../incidents/incidents-place.tsx')).IncidentsPlace }));
const IncidentPage = lazy(async () => ({ default: (await import('../incidents/incident-page.tsx')).IncidentPage }));
const PartiesPlace = lazy(async () => ({ default: (await import('../parties/parties-place.tsx')).PartiesPlace }));
const PartyPage = lazy(async () => ({ default: (await import('../parties/party-page.tsx')).PartyPage }));
const TimelinePlace = lazy(async () => ({ default: (await import('../timeline/timeline-place.tsx')).TimelinePlace }));
const NetworkPlace = lazy(async () => ({ default: (await import('../network/network-place.tsx')).NetworkPlace }));
const GapsPlace = lazy(async () => ({ default: (await import('../gaps/gaps-place.tsx')).GapsPlace }));
const Library = lazy(async () => ({ default: (await import('../library/library.tsx')).Library }));
const ItemInspector = lazy(async () => ({ default: (await import('../library/item-inspector.tsx')).ItemInspector }));
const VocabularyPlace = lazy(async () => ({ default: (await import('../vocabulary/vocabulary-place.tsx')).VocabularyPlace }));
const SearchPlace = lazy(async () => ({ default: (await import('../search/search-place.tsx')).SearchPlace }));
const ComparePlace = lazy(async () => ({ default: (await import('../versions/compare-place.tsx')).ComparePlace }));
const Custody = lazy(async () => ({ default: (await import('../custody/custody.tsx')).Custody }));
const QueuePlace = lazy(async () => ({ default: (await import('../queue/queue-place.tsx')).QueuePlace }));
const SettingsPlace = lazy(async () => ({ default: (await import('../settings/settings-place.tsx')).SettingsPlace }));

export function PlaceView({ place, focus }: { place: Place; focus: Focus | null }) {
  switch (place.name) {
    case 'library':
      return <Library types={place.types} />;
    case 'reader':
      return <ReaderSides itemId={place.itemId} focus={focus} />;
    case 'search':
      return <SearchPlace words={place.words} />;
    case 'passages':
      return <PassagesPlace />;
    case 'claims':
      return <ClaimsPlace />;
    case 'claim':
      return <ClaimPage key={place.id} id={place.id} />;
    case 'incidents':
      return <IncidentsPlace />;
    case 'incident':
      return <IncidentPage key={place.id} id={place.id} />;
    case 'parties':
      return <PartiesPlace />;
    case 'party':
      return <PartyPage key={place.id} id={place.id} />;
    case 'timeline':
      return <TimelinePlace />;
    case 'network':
      return <NetworkPlace />;
    case 'gaps':
      return <GapsPlace />;
    case 'versions':
      return <ComparePlace key={place.toId} fromId={place.fromId} toId={place.toId} />;
    case 'custody':
      return <Custody itemId={place.itemId ?? null} />;
    case 'queue':
      return <QueuePlace />;
    case 'vocabulary':
      return <VocabularyPlace />;
    case 'settings':
      return <SettingsPlace />;
  }
}

export function InspectorView({ inspector }: { inspector: Inspector }) {
  switch (inspector.kind) {
    case 'closed':
      return null;
    case 'item':
      return <ItemInspector key={inspector.itemId} itemId={inspector.itemId} />;
    case 'passage':
      return <PassageInspector key={inspector.passageId} passageId={inspector.passageId} />;
    case 'passages':
      return <PassagesPanel key={inspector.itemId} itemId={inspector.itemId} passageId={inspector.passageId} />;
    case 'passage-form':
      return (
        <PassageForm key={JSON.stringify(inspector.target)} itemId={inspector.itemId} target={inspector.target} quote={inspector.quote} />
      );
    case 'claim-form':
      return <ClaimForm key={`${inspector.passageId} ${inspector.claimId}`} passageId={inspector.passageId} claimId={inspector.claimId} />;
  }
}
