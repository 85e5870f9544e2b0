import type { Json } from '#shared/model/primitives.ts';

/** Paths at which two JSON values differ, such as `files.0.name`; empty when they are the same. Pure. */
export function differences(a: Json | undefined, b: Json | undefined, path = ''): string[] {
  if (a === b) return [];
  if (!isBranch(a) || !isBranch(b) || Array.isArray(a) !== Array.isArray(b)) return [path];
  const [one, other] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  const keys = [...new Set([...one.keys(), ...other.keys()])];
  return keys.flatMap((key) => differences(one.get(key), other.get(key), path === '' ? key : `${path}.${key}`));
}

function isBranch(value: Json | undefined): value is Json[] | { [key: string]: Json } {
  return typeof value === 'object' && value !== null;
}
