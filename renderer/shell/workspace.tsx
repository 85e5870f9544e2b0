import './workspace.css';
import { Suspense } from 'react';
import type { CaseInfo } from '#shared/model/case.ts';
import { DropZone } from '../library/drop-zone.tsx';
import { ImportOutcomes } from '../library/import-outcomes.tsx';
import { PlaceBoundary } from './place-boundary.tsx';
import { Navigation } from './navigation.tsx';
import { InspectorView, PlaceView } from './places.tsx';
import { ReaderTabs } from './reader-tabs.tsx';
import { useSession } from './session.ts';
import { StatusBar } from './status-bar.tsx';
import { TopBar } from './top-bar.tsx';
import { WorkspaceCommands } from './workspace-commands.tsx';
import { WorkspaceDialogs } from './workspace-dialogs.tsx';

/** The open case: bar, navigation, place, inspector, status. */
export function Workspace({ info }: { info: CaseInfo }) {
  const place = useSession((state) => state.place);
  const tabs = useSession((state) => state.tabs);
  const inspector = useSession((state) => state.inspector);
  const focus = place.name === 'reader' ? (tabs.find((tab) => tab.itemId === place.itemId)?.focus ?? null) : null;
  return (
    <div className="workspace" data-inspector={inspector.kind !== 'closed'}>
      <WorkspaceCommands info={info} />
      <TopBar info={info} />
      <Navigation info={info} />
      <main className="workspace-main">
        {place.name === 'reader' ? <ReaderTabs tabs={tabs} first={place.itemId} /> : null}
        <PlaceBoundary place={place}>
          <Suspense fallback={null}>
            <PlaceView place={place} focus={focus} />
          </Suspense>
        </PlaceBoundary>
      </main>
      {inspector.kind === 'closed' ? null : (
        <aside className="workspace-inspector">
          <PlaceBoundary place={inspector}>
            <Suspense fallback={null}>
              <InspectorView inspector={inspector} />
            </Suspense>
          </PlaceBoundary>
        </aside>
      )}
      <StatusBar info={info} />
      <WorkspaceDialogs info={info} />
      <ImportOutcomes />
      <DropZone canWrite={info.access === 'write'} />
    </div>
  );
}
