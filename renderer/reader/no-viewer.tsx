import { FileQuestion } from 'lucide-react';
import type { Item } from '#shared/model/items.ts';
import { t } from '../messages/index.ts';
import { call, useCall } from '../shell/engine.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Facts } from '../ui/facts.tsx';
import { notifyError } from '../ui/toast.tsx';
import { fileOf } from './views.ts';

/** What is known of a file that cannot be shown, and the way to it. */
export function NoViewer({ item }: { item: Item }) {
  const file = fileOf(item, 'original') ?? item.files[0];
  const path = useCall('blobs.locate', { sha256: file?.sha256 ?? '' }, { enabled: file !== undefined }).data?.path;
  return (
    <div className="no-viewer" tabIndex={0}>
      <EmptyState icon={FileQuestion} title={t('reader.none.title')} text={t('reader.none.text')}>
        {path === undefined ? null : (
          <Button onPress={() => void call('files.reveal', { path }).catch(notifyError)}>{t('reader.none.reveal')}</Button>
        )}
      </EmptyState>
      {file === undefined ? null : (
        <section aria-label={t('reader.none.facts')}>
          <Facts
            facts={[
              { label: t('reader.none.name'), value: item.originalName ?? file.name },
              { label: t('reader.none.type'), value: file.mediaType },
              { label: t('reader.none.size'), value: t('reader.none.bytes', { count: file.size }) },
              {
                label: t('reader.none.sha256'),
                value: <span className="mono selectable">{file.sha256}</span>,
              },
            ]}
          />
        </section>
      )}
    </div>
  );
}
