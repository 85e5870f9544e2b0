import './claims-place.css';
import { MessageSquareQuote, Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Claim } from '#shared/model/claims.ts';
import { IncidentPicker } from '../incidents/incident-picker.tsx';
import { t } from '../messages/index.ts';
import { usePartyNames } from '../parties/party-names.tsx';
import { useCanWrite } from '../shell/case-info.ts';
import { useCommands } from '../shell/commands.ts';
import { usePages } from '../shell/pages.ts';
import { draftClaim, goTo, openClaim } from '../shell/session.ts';
import { TableButtons } from '../tables/table-buttons.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Gap, ToolBar } from '../ui/page.tsx';
import { PagedTable } from '../ui/paged-table.tsx';
import { claimColumns } from './claim-columns.tsx';
import { FilterField } from '../ui/filter-field.tsx';
import { chosen, type Choice } from './form-state.ts';
import { RemoveClaim } from './remove-claim.tsx';

/** Every claim of the case, newest first, narrowed by words and incident. */
export function ClaimsPlace() {
  const [words, setWords] = useState('');
  const [incident, setIncident] = useState<Choice>(chosen(null));
  const [selected, setSelected] = useState<string | null>(null);
  const [removing, setRemoving] = useState<Claim | null>(null);
  const names = usePartyNames();
  const canWrite = useCanWrite();
  const pages = usePages('claims.list', {
    ...(words.trim() === '' ? {} : { words }),
    ...(incident.id === null ? {} : { incidentId: incident.id }),
  });
  const columns = useMemo(() => claimColumns(names), [names]);
  useCommands(
    useMemo(
      () => (canWrite ? [{ id: 'claim.new', title: 'claims.do.new', group: 'claims.group', keys: 'n', run: () => draftClaim() }] : []),
      [canWrite],
    ),
  );
  const clear = () => (setWords(''), setIncident(chosen(null)));
  return (
    <div className="list-place">
      <ToolBar>
        <Button icon={Plus} keys="n" isDisabled={!canWrite} onPress={() => draftClaim()}>
          {t('claims.new')}
        </Button>
        <TableButtons />
        <Gap />
        <span className="faint number">{pages.total === null ? '' : t('claims.count', { count: pages.total })}</span>
        <div className="filter-incident">
          <IncidentPicker
            label={t('claims.filter.incident')}
            placeholder={t('claims.filter.incident')}
            canCreate={false}
            choice={incident}
            onChange={setIncident}
          />
        </div>
        <FilterField label={t('claims.filter')} words={words} onWords={setWords} />
      </ToolBar>
      {pages.error === null ? null : <ErrorNotice error={pages.error} />}
      <PagedTable
        label={t('claims.title')}
        columns={columns}
        pages={pages}
        rowKey={(claim) => claim.id}
        selected={selected}
        onSelect={(claim) => setSelected(claim.id)}
        onOpen={(claim) => openClaim(claim.id)}
        {...(canWrite ? { onRemove: setRemoving } : {})}
        empty={words.trim() === '' && incident.id === null ? <NoClaims /> : <NoneFits onClear={clear} />}
      />
      {removing === null ? null : <RemoveClaim claim={removing} onClose={() => setRemoving(null)} />}
    </div>
  );
}

function NoClaims() {
  return (
    <EmptyState icon={MessageSquareQuote} title={t('claims.empty.title')} text={t('claims.empty.text')}>
      <Button variant="go" onPress={() => goTo({ name: 'library', types: null })}>
        {t('claims.empty.sources')}
      </Button>
    </EmptyState>
  );
}

function NoneFits({ onClear }: { onClear: () => void }) {
  return (
    <EmptyState icon={MessageSquareQuote} title={t('claims.empty.filtered.title')} text={t('claims.empty.filtered.text')}>
      <Button onPress={onClear}>{t('claims.clear')}</Button>
    </EmptyState>
  );
}
