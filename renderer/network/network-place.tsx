import './network.css';
import { Minus, Plus, Scan, Waypoints } from 'lucide-react';
import { chosen } from '../claims/form-state.ts';
import { IncidentPicker } from '../incidents/incident-picker.tsx';
import { t } from '../messages/index.ts';
import { runCommand } from '../shell/commands.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Gap, ToolBar } from '../ui/page.tsx';
import { NetworkDrawing } from './network-drawing.tsx';
import { NetworkLegend } from './network-legend.tsx';
import { NetworkList } from './network-list.tsx';
import { NetworkSide } from './network-side.tsx';
import { changeNetwork, useNetworkState } from './network-state.ts';
import { useNetwork } from './use-network.ts';

/** Who says what via whom, drawn, and as a list. */
export function NetworkPlace() {
  const { network, laid, left, byId, circular, error } = useNetwork();
  const state = useNetworkState();
  const node = state.chosen === null ? undefined : byId.get(state.chosen);
  return (
    <div className="list-place">
      <ToolBar>
        <div className="network-zoom">
          <IconButton label={t('network.zoom-out')} icon={Minus} keys="-" onPress={() => runCommand('network.zoom-out')} />
          <IconButton label={t('network.zoom-in')} icon={Plus} keys="[Shift]++" onPress={() => runCommand('network.zoom-in')} />
          <Button size="s" icon={Scan} keys="0" onPress={() => runCommand('network.fit')}>
            {t('network.fit')}
          </Button>
        </div>
        <Gap />
        <div className="network-filter">
          <IncidentPicker
            label={t('network.incident')}
            placeholder={t('network.incident')}
            canCreate={false}
            choice={chosen(state.incidentId)}
            onChange={({ id }) => changeNetwork({ incidentId: id, chosen: null, unfolded: [] })}
          />
        </div>
      </ToolBar>
      {error === null ? null : <ErrorNotice error={error} />}
      {network?.nodes.length === 0 ? <Nothing /> : null}
      {network === undefined || laid === undefined || network.nodes.length === 0 ? null : (
        <div className="network">
          <div className="network-picture">
            <NetworkDrawing laid={laid} circular={circular} />
            <NetworkLegend />
          </div>
          {node === undefined ? (
            <NetworkList network={network} byId={byId} circular={circular} left={left} />
          ) : (
            <NetworkSide key={node.id} network={network} node={node} byId={byId} isCircular={circular.has(node.id)} />
          )}
        </div>
      )}
    </div>
  );
}

function Nothing() {
  const { incidentId } = useNetworkState();
  if (incidentId === null) return <EmptyState icon={Waypoints} title={t('network.empty.title')} text={t('network.empty.text')} />;
  return (
    <EmptyState icon={Waypoints} title={t('network.empty.filtered.title')} text={t('network.empty.filtered.text')}>
      <Button onPress={() => changeNetwork({ incidentId: null })}>{t('network.clear')}</Button>
    </EmptyState>
  );
}
