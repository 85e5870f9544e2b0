/** A passage as a W3C Web Annotation (Web Annotation Data Model, 2017-02-23). Pure. */
import type { ExportedItem } from '#shared/model/case-file.ts';
import type { Json } from '#shared/model/primitives.ts';
import type { Passage, Selector } from '#shared/model/passages.ts';

/** What an annotation says of a passage; the journal holds exactly this. */
export type AnnotatedPassage = Pick<
  Passage,
  'id' | 'itemId' | 'kind' | 'selectors' | 'quote' | 'textSha256' | 'comment' | 'tags' | 'createdAt' | 'createdBy' | 'updatedAt'
> &
  // Journal entries made before passages had these say nothing of them.
  Partial<Pick<Passage, 'textFileId' | 'fileId' | 'language' | 'translation' | 'translator'>>;

export const ANNOTATION_CONTEXT: Json = ['http://www.w3.org/ns/anno.jsonld', { holdfast: 'urn:holdfast:' }];

/** Folder of the annotations in the bag; sources are relative to it. */
const FOLDER = 'data/annotations/';

export function toAnnotation(passage: AnnotatedPassage, item: Pick<ExportedItem, 'id' | 'files' | 'text' | 'texts'>): Json {
  const textFileId = passage.textFileId ?? item.text?.fileId;
  const text = item.files.find((file) => file.id === textFileId);
  const original = item.files.find((file) => file.role === 'original' || file.role === 'mhtml') ?? item.files[0];
  const measured = passage.fileId == null ? original : item.files.find((file) => file.id === passage.fileId);
  const snapshot = item.files.find((file) => file.role === 'snapshot');
  const [inText, inSnapshot] = [passage.selectors.filter(isOfText), passage.selectors.filter(isOfSnapshot)];
  const inOriginal = passage.selectors.filter((one) => !isOfText(one) && !isOfSnapshot(one));
  const targets = [
    ...(inText.length > 0 && text !== undefined ? [target(text, inText)] : []),
    ...(inSnapshot.length > 0 && snapshot !== undefined ? [target(snapshot, inSnapshot)] : []),
    ...(inOriginal.length > 0 && measured !== undefined ? [target(measured, inOriginal)] : []),
  ];
  return {
    id: `urn:uuid:${passage.id}`,
    type: 'Annotation',
    motivation: passage.comment === '' ? 'highlighting' : 'commenting',
    created: passage.createdAt,
    modified: passage.updatedAt,
    creator: { type: 'Person', name: passage.createdBy },
    body: [
      ...(passage.comment === '' ? [] : [{ type: 'TextualBody', purpose: 'commenting', format: 'text/plain', value: passage.comment }]),
      ...passage.tags.map((tag) => ({ type: 'TextualBody', purpose: 'tagging', value: tag })),
      ...translationBody(passage),
    ],
    target: targets,
    'holdfast:item': `urn:uuid:${passage.itemId}`,
    'holdfast:kind': passage.kind,
    'holdfast:quote': passage.quote,
    'holdfast:textSha256': passage.textSha256,
    ...kindOfText(passage, item),
    ...(passage.language == null ? {} : { 'holdfast:language': passage.language }),
  };
}

/** Words that do not stand in what the source itself said are named as what they are. */
function kindOfText({ textFileId }: AnnotatedPassage, { texts }: Pick<ExportedItem, 'texts'>): { [key: string]: Json } {
  const kind = texts.find((one) => one.fileId === textFileId)?.kind;
  return kind === undefined ? {} : { 'holdfast:textKind': kind };
}

function translationBody({ translation, translator }: AnnotatedPassage): Json[] {
  if (translation == null) return [];
  return [
    {
      type: 'TextualBody',
      purpose: 'holdfast:translating',
      format: 'text/plain',
      value: translation,
      creator: { type: 'Person', name: translator ?? '' },
    },
  ];
}

function target(file: { path: string; mediaType: string; sha256: string }, selectors: Selector[]): Json {
  const source = file.path.startsWith('data/') ? `../${file.path.slice('data/'.length)}` : file.path;
  return { type: 'SpecificResource', source, format: file.mediaType, 'holdfast:sha256': file.sha256, selector: selectors as Json };
}

function isOfText(selector: Selector): boolean {
  return selector.type === 'TextQuoteSelector' || selector.type === 'TextPositionSelector';
}

function isOfSnapshot(selector: Selector): boolean {
  return selector.type === 'RangeSelector' || selector.type === 'CssSelector';
}

/** The path in the bag of an annotation's relative source. */
export function sourcePath(source: string): string {
  return new URL(source, `bag:///${FOLDER}`).pathname.slice(1);
}

export function annotationCollection(caseId: string, annotations: Json[]): Json {
  const id = `urn:uuid:${caseId}`;
  return {
    '@context': ANNOTATION_CONTEXT,
    id: `${id}#passages`,
    type: 'AnnotationCollection',
    total: annotations.length,
    first: { id: `${id}#passages-1`, type: 'AnnotationPage', startIndex: 0, items: annotations },
  };
}
