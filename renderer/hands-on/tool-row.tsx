import { ArrowLeft, ArrowRight, Archive, RotateCw, X } from 'lucide-react';
import type { HandsOnState } from '#shared/hands-on.ts';
import { t } from '../messages/index.ts';
import { Button } from '../ui/button.tsx';
import { AddressField } from './address-field.tsx';
import { ToolButton } from './tool-button.tsx';
import { keepPage, tell } from './toolbar-state.ts';

export function ToolRow({ state: { page, keeping, trouble } }: { state: HandsOnState }) {
  const isKeeping = keeping !== 'no';
  return (
    <div className="tool-row">
      <ToolButton
        label={t('hands-on.back')}
        icon={ArrowLeft}
        isDisabled={!page.canGoBack || isKeeping}
        onPress={() => tell('move', { to: 'back' })}
      />
      <ToolButton
        label={t('hands-on.forward')}
        icon={ArrowRight}
        isDisabled={!page.canGoForward || isKeeping}
        onPress={() => tell('move', { to: 'forward' })}
      />
      {page.isLoading ? (
        <ToolButton label={t('hands-on.stop')} icon={X} onPress={() => tell('move', { to: 'stop' })} />
      ) : (
        <ToolButton
          label={t('hands-on.reload')}
          icon={RotateCw}
          isDisabled={(page.url === '' && trouble === null) || isKeeping}
          onPress={() => tell('move', { to: 'reload' })}
        />
      )}
      <AddressField page={page} trouble={trouble} isDisabled={isKeeping} />
      <Button variant="go" icon={Archive} keys="$mod+s" isDisabled={page.url === '' || trouble !== null || isKeeping} onPress={keepPage}>
        {t('hands-on.keep')}
      </Button>
      <Button onPress={() => tell('done', {})}>{t('hands-on.done')}</Button>
    </div>
  );
}
