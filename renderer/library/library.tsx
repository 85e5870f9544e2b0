import type { ItemType } from '#shared/model/items.ts';
export function Library(_: { types: readonly ItemType[] | null }) { return null; }
