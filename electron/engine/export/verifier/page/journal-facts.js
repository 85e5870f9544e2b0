/** What the journal tells of the case, gathered along its entries, to compare the rest of the case file with. */

/**
 * @typedef {Record<string, any>} Shape
 * @typedef {ReturnType<typeof noFacts>} JournalFacts
 */

/** Things whose state is what their `created` and `updated` entries say, later ones over earlier ones. */
export const KINDS = /** @type {const} */ (['passage', 'claim', 'incident', 'party']);

export function noFacts() {
  return {
    /** Of the first entry. @type {Shape | null} */
    caseCreated: null,
    /** Of `item.kept`, by item. @type {Map<string, Shape>} */
    items: new Map(),
    /** Of `item.described`: what a person noted, by item. @type {Map<string, Shape>} */
    notes: new Map(),
    /** Of files that came with an item or were derived later, by file. @type {Map<string, { itemId: string, sha256: string }>} */
    files: new Map(),
    /** @type {Record<string, Map<string, Shape>>} */
    things: Object.fromEntries(KINDS.map((kind) => [kind, new Map()])),
    /** Evidence by link. @type {Map<string, Shape>} */
    links: new Map(),
    /** Signed tree heads of `seal.made`. @type {{ seq: number, head: Shape }[]} */
    seals: [],
    /** SHA-256 of the timestamps that `timestamp.proved` tells of, by entry. @type {Map<number, string>} */
    timestamps: new Map(),
    /** What was removed and not restored. @type {Set<string>} */
    removed: new Set(),
    /** What an entry that does not hold is about: nothing more is concluded of it. @type {Set<string>} */
    doubtful: new Set(),
  };
}

/** @param {JournalFacts} facts @param {{ seq: number, action: string, subject: string, payload: any }} entry */
export function listen(facts, { seq, action, subject, payload }) {
  const said = /** @type {Shape} */ (payload !== null && typeof payload === 'object' ? payload : {});
  const [feature, verb] = action.split('.');
  if (action === 'case.created') facts.caseCreated = said;
  else if (action === 'item.kept') keepItem(facts, subject, said);
  else if (action === 'item.described') facts.notes.set(subject, said);
  else if (action === 'file.derived' && said.file)
    facts.files.set(subject, { itemId: String(said.file.itemId), sha256: String(said.file.sha256) });
  else if (action === 'evidence.linked') facts.links.set(subject, said);
  else if (action === 'seal.made' && said.head) facts.seals.push({ seq, head: said.head });
  else if (action === 'timestamp.proved') facts.timestamps.set(seq, String(said.sha256));
  else if (verb === 'restored') facts.removed.delete(subject);
  else if (verb === 'removed') facts.removed.add(subject);
  else if (facts.things[feature] && (verb === 'created' || verb === 'updated')) {
    const { evidence, changed: _changed, why: _why, ...fields } = said;
    facts.things[feature].set(subject, { ...facts.things[feature].get(subject), ...fields });
    if (Array.isArray(evidence)) for (const link of evidence) facts.links.set(String(link?.id), link);
  }
}

/** @param {JournalFacts} facts @param {string} itemId @param {Shape} said */
function keepItem(facts, itemId, said) {
  facts.items.set(itemId, said.item ?? {});
  for (const file of Array.isArray(said.files) ? said.files : [])
    facts.files.set(String(file?.id), { itemId, sha256: String(file?.sha256) });
}
