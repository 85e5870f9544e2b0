import { FileText, Plus } from 'lucide-react';
import { useRef } from 'react';
import { publishedDate } from '#shared/claims/reading/item-date.ts';
import type { Item } from '#shared/model/items.ts';
import { t } from '../messages/index.ts';
import { call, useCall } from '../shell/engine.ts';
import { Button } from '../ui/button.tsx';
import { newHop, type HopForm } from './form-rows.ts';

type Props = { rows: readonly HopForm[]; itemId: string | null; onAdd: (hop: HopForm) => void };

/** Adds a step; the item being read is offered as the last one, with what is known of it. */
export function AddSteps({ rows, itemId, onAdd }: Props) {
  const isThere = rows.some(({ item }) => item.id === itemId);
  const { data: item } = useCall('items.get', { id: itemId ?? '' }, { enabled: itemId !== null && !isThere });
  // Steps may have been added while the publisher was looked for.
  const latest = useRef(onAdd);
  latest.current = onAdd;
  return (
    <div className="claim-adds">
      <Button size="s" variant="quiet" icon={Plus} keys="Alt+t" onPress={() => onAdd(newHop(null))}>
        {t('claim.via.add')}
      </Button>
      {item === undefined || isThere ? null : (
        <span data-adds="item">
          <Button
            size="s"
            variant="quiet"
            icon={FileText}
            keys="Alt+s"
            onPress={() => void hopOfItem(item).then((hop) => latest.current(hop))}
          >
            {t('claim.via.add-item')}
          </Button>
        </span>
      )}
    </div>
  );
}

/** The item as the last step: its publisher, what it is, when it was published, as far as that is known. */
export async function hopOfItem(item: Item): Promise<HopForm> {
  const { publisher, date } = publicationOf(item);
  const found = publisher === '' ? [] : (await call('parties.list', { words: publisher, limit: 20 })).rows;
  const same = (name: string) => name.toLowerCase() === publisher.toLowerCase();
  const party = found.find(
    ({ name, aliases, mergedInto }) => mergedInto === null && (same(name) || aliases.some((alias) => same(alias.name))),
  );
  return {
    ...newHop(item.id),
    item: { id: item.id, words: item.title },
    party: { id: party?.id ?? null, words: party?.name ?? publisher },
    medium: t(`claim.via.medium.${item.type}`),
    date,
  };
}

/** What a person typed of the item stands before what its page says of itself. */
function publicationOf({ given, facts, source, method }: Item): { publisher: string; date: string } {
  const { page } = facts;
  const said = page !== null && typeof page === 'object' && !Array.isArray(page) ? page : facts;
  const [name, published] = [said['siteName'], said['publishedAt']];
  const publisher = given.source ?? (typeof name === 'string' ? name : method === 'capture' ? source : '');
  return {
    publisher: publisher.trim(),
    date: publishedDate(given.publishedAt) ?? publishedDate(typeof published === 'string' ? published : null) ?? '',
  };
}
