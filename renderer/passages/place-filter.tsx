import { anchorStates, passageKinds } from '#shared/model/passages.ts';
import { tagColours } from '#shared/model/tag-colours.ts';
import type { CallInput } from '#shared/contract.ts';
import { t } from '../messages/index.ts';
import { Select, type Option } from '../ui/select.tsx';

export type PlaceQuestion = Pick<CallInput<'passages.list'>, 'colour' | 'kind' | 'state' | 'claims'>;

const any = 'any';

/** What the list of the whole case is narrowed by, beside words, tag and source. */
export function PlaceFilter({ asked, onAsk }: { asked: PlaceQuestion; onAsk: (asked: PlaceQuestion) => void }) {
  const ask = (name: keyof PlaceQuestion, options: Option[]) => (
    <Select
      aria-label={t(`panel.by.${name}`)}
      options={[{ id: any, label: t(`passages.any.${name}`) }, ...options]}
      value={asked[name] ?? any}
      onChange={(id) => {
        const { [name]: _before, ...rest } = asked;
        onAsk(id === any ? rest : { ...rest, [name]: id });
      }}
    />
  );
  return (
    <div className="place-filter">
      {ask(
        'kind',
        passageKinds.map((id) => ({ id, label: t(`panel.kind.${id}`) })),
      )}
      {ask(
        'colour',
        tagColours.map((id) => ({ id, label: t(`tag.colour.${id}`) })),
      )}
      {ask(
        'state',
        (['changed', ...anchorStates] as const).map((id) => ({ id, label: t(`panel.state.${id}`) })),
      )}
      {ask(
        'claims',
        (['with', 'without'] as const).map((id) => ({ id, label: t(`panel.claims.${id}`) })),
      )}
    </div>
  );
}
