import { columnSets, tableKinds, type ColumnSet, type TableKind } from '#shared/model/tables.ts';
import { t } from '../messages/index.ts';
import { useSession } from '../shell/session.ts';
import { Segmented } from '../ui/segmented.tsx';
import { Select } from '../ui/select.tsx';

/** What the place that is open lists; claims elsewhere. */
export function useKindInView(): TableKind {
  return useSession(({ place }) => {
    if (place.name === 'incidents' || place.name === 'incident') return 'incidents';
    return place.name === 'parties' || place.name === 'party' ? 'parties' : 'claims';
  });
}

type TableChoicesProps = {
  of: TableKind;
  columns: ColumnSet;
  onOf: (of: TableKind) => void;
  onColumns: (columns: ColumnSet) => void;
  isFixed?: boolean;
};

/** Which things, in which columns. `isFixed`: JSON has columns of its own. */
export function TableChoices({ of, columns, onOf, onColumns, isFixed = false }: TableChoicesProps) {
  return (
    <div className="table-choices">
      <Segmented
        label={t('tables.of')}
        value={of}
        onChange={onOf}
        options={tableKinds.map((id) => ({ id, label: t(`tables.of.${id}`) }))}
      />
      <Select
        aria-label={t('tables.columns')}
        value={isFixed ? 'holdfast' : columns}
        isDisabled={isFixed}
        onChange={onColumns}
        options={columnSets.map((id) => ({ id, label: t(`tables.columns.${id}`) }))}
      />
    </div>
  );
}
