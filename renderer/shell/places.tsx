/** Which component shows which place. Each is loaded when first shown. */
import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import type { PassageTarget } from '#shared/model/passages.ts';
import type { Focus, Inspector, Place } from './session.ts';

type Modules = Record<string, ComponentType<never>>;
const rooms = import.meta.glob<Modules>('../{reader,claims,incidents,parties,passages}/*.tsx');

/** A component of another room by its file and name. */
function room<Props>(path: string, name: string): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => {
    const load = rooms[`../${path}`];
    const found = load === undefined ? undefined : (await load())[name];
    return { default: (found ?? (() => null)) as ComponentType<Props> };
  });
}

const Reader = room<{ itemId: string; focus: Focus | null }>('reader/reader.tsx', 'Reader');
const PassagesPlace = room<object>('passages/passages-place.tsx', 'PassagesPlace');
const ClaimsPlace = room<object>('claims/claims-place.tsx', 'ClaimsPlace');
const ClaimPage = room<{ id: string }>('claims/claim-page.tsx', 'ClaimPage');
const IncidentsPlace = room<object>('incidents/incidents-place.tsx', 'IncidentsPlace');
const IncidentPage = room<{ id: string }>('incidents/incident-page.tsx', 'IncidentPage');
const PartiesPlace = room<object>('parties/parties-place.tsx', 'PartiesPlace');
const PartyPage = room<{ id: string }>('parties/party-page.tsx', 'PartyPage');
const ClaimForm = room<{ passageId: string | null; claimId: string | null }>('claims/claim-form.tsx', 'ClaimForm');
const PassageInspector = room<{ passageId: string }>('passages/passage-inspector.tsx', 'PassageInspector');
const PassageForm = room<{ itemId: string; target: PassageTarget; quote: string }>('passages/passage-form.tsx', 'PassageForm');
const Library = lazy(async () => ({ default: (await import('../library/library.tsx')).Library }));
const ItemInspector = lazy(async () => ({ default: (await import('../library/item-inspector.tsx')).ItemInspector }));
const SearchPlace = lazy(async () => ({ default: (await import('../search/search-place.tsx')).SearchPlace }));
const Custody = lazy(async () => ({ default: (await import('../custody/custody.tsx')).Custody }));
const SettingsPlace = lazy(async () => ({ default: (await import('../settings/settings-place.tsx')).SettingsPlace }));

export function PlaceView({ place, focus }: { place: Place; focus: Focus | null }) {
  switch (place.name) {
    case 'library':
      return <Library types={place.types} />;
    case 'reader':
      return <Reader key={place.itemId} itemId={place.itemId} focus={focus} />;
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
    case 'custody':
      return <Custody />;
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
    case 'passage-form':
      return <PassageForm key={JSON.stringify(inspector.target)} itemId={inspector.itemId} target={inspector.target} quote={inspector.quote} />;
    case 'claim-form':
      return (
        <ClaimForm
          key={`${inspector.passageId} ${inspector.claimId}`}
          passageId={inspector.passageId}
          claimId={inspector.claimId}
        />
      );
  }
}
