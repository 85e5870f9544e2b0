/** Canonical JSON (RFC 8785): the one byte form of a value that hashes are taken over. */
import canonicalize from 'canonicalize';
import type { Json } from './model/primitives.ts';

/** Throws on values JSON cannot hold (NaN, Infinity). */
export function canonicalJson(value: Json): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('not a JSON value');
  return text;
}
