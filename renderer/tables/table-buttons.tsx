import { Download, Upload } from 'lucide-react';
import { t } from '../messages/index.ts';
import { useCanWrite } from '../shell/case-info.ts';
import { showDialog } from '../shell/session.ts';
import { Button } from '../ui/button.tsx';

/** Import and export of what a place lists. */
export function TableButtons() {
  return (
    <>
      <Button icon={Download} variant="quiet" isDisabled={!useCanWrite()} onPress={() => showDialog('table-import')}>
        {t('tables.import.short')}
      </Button>
      <Button icon={Upload} variant="quiet" onPress={() => showDialog('table-export')}>
        {t('tables.export.short')}
      </Button>
    </>
  );
}
