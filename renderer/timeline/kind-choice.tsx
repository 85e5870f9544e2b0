import type { LucideIcon } from 'lucide-react';
import { Button as AriaButton, Checkbox, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import type { TimelineKind } from '#shared/model/timeline.ts';
import { t } from '../messages/index.ts';
import { changeTimeline, useTimelineState } from './timeline-state.ts';

/** Which kinds of entry are shown. */
export function KindChoice({ kinds, icon: Icon }: { kinds: readonly TimelineKind[]; icon: LucideIcon }) {
  const { without } = useTimelineState();
  const change = (kind: TimelineKind, isShown: boolean) =>
    changeTimeline({ without: isShown ? without.filter((one) => one !== kind) : [...without, kind] });
  return (
    <DialogTrigger>
      <AriaButton className="button button-plain button-m">
        {t('timeline.kinds')}
        <Icon aria-hidden />
      </AriaButton>
      <Popover className="popup" placement="bottom end" offset={4}>
        <Dialog className="timeline-kinds" aria-label={t('timeline.kinds')}>
          {kinds.map((kind) => (
            <Checkbox key={kind} className="checkbox" isSelected={!without.includes(kind)} onChange={(isShown) => change(kind, isShown)}>
              <span className="checkbox-box" aria-hidden />
              {t(`timeline.kind.${kind}`)}
            </Checkbox>
          ))}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
