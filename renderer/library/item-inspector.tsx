export function ItemInspector(_: { itemId: string }) { return null; }
