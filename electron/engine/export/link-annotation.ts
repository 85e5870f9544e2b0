/** A link between two passages as a W3C Web Annotation (Web Annotation Data Model, section 3.3.5, `linking`). Pure. */
import type { PassageLink } from '#shared/model/passage-links.ts';
import type { Json } from '#shared/model/primitives.ts';
import { ANNOTATION_CONTEXT } from './annotation.ts';

/** The target is the passage that repeats, translates, supports ...; the body is the one it does that to, by its IRI. */
export function linkAnnotation({ id, fromId, toId, relation, note, createdAt, createdBy }: PassageLink): Json {
  const other = `urn:uuid:${toId}`;
  return {
    id: `urn:uuid:${id}`,
    type: 'Annotation',
    motivation: 'linking',
    created: createdAt,
    creator: { type: 'Person', name: createdBy },
    body: note === '' ? other : [other, { type: 'TextualBody', purpose: 'describing', format: 'text/plain', value: note }],
    target: `urn:uuid:${fromId}`,
    'holdfast:relation': relation,
  };
}

export function linkCollection(caseId: string, annotations: Json[]): Json {
  const id = `urn:uuid:${caseId}`;
  return {
    '@context': ANNOTATION_CONTEXT,
    id: `${id}#links`,
    type: 'AnnotationCollection',
    total: annotations.length,
    first: { id: `${id}#links-1`, type: 'AnnotationPage', startIndex: 0, items: annotations },
  };
}
