import { useState, type ReactNode } from 'react';
import { Button } from '../ui/button.tsx';

export type FewFirstProps<Item> = {
  items: readonly Item[];
  few: number;
  itemKey: (item: Item) => string;
  children: (item: Item) => ReactNode;
  /** Words of the button for so many more. */
  more: (count: number) => string;
  className?: string;
};

const STEP = 50;

/** A list whose items differ in height: a few at first, fifty more each time they are asked for. */
export function FewFirst<Item>({ items, few, itemKey, children, more, className }: FewFirstProps<Item>) {
  const [shown, setShown] = useState(few);
  const left = items.length - shown;
  return (
    <>
      <ul className={className}>
        {items.slice(0, shown).map((item) => (
          <li key={itemKey(item)}>{children(item)}</li>
        ))}
      </ul>
      {left > 0 ? (
        <Button size="s" variant="quiet" onPress={() => setShown(shown + STEP)}>
          {more(Math.min(left, STEP))}
        </Button>
      ) : null}
    </>
  );
}
