import { useEffect, useState } from 'react';
import { t } from '../messages/index.ts';
import { importPaths } from './import-run.ts';

/** Files and folders dropped anywhere on the window are imported. */
export function DropZone({ canWrite }: { canWrite: boolean }) {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const controller = new AbortController();
    const listen = (name: 'dragover' | 'dragleave' | 'drop', hear: (event: DragEvent) => void) =>
      window.addEventListener(name, hear, { signal: controller.signal });
    listen('dragover', (event) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = canWrite ? 'copy' : 'none';
      setOver(true);
    });
    listen('dragleave', (event) => event.relatedTarget === null && setOver(false));
    listen('drop', (event) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(false);
      const paths = [...(event.dataTransfer?.files ?? [])].map((file) => window.holdfast.pathOf(file)).filter((path) => path !== '');
      if (canWrite && paths.length > 0) void importPaths(paths);
    });
    return () => controller.abort();
  }, [canWrite]);
  if (!isOver) return null;
  return (
    <div className="drop-veil">
      <div className="drop-card">
        <h2>{canWrite ? t('library.drop.title') : t('library.drop.reading')}</h2>
        {canWrite ? <p className="muted">{t('library.drop.text')}</p> : null}
      </div>
    </div>
  );
}

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}
