/** Links of one relation that would close circles. Pure, and fast on long chains. */

export type Edge<Row> = { from: string; to: string; relation: string; row: Row | null };

/**
 * The rows whose links lie on a circle, each with the circle's ids; `row` null is a link that stands already. After one
 * circle is found its links are set aside, so that every circle is told once.
 */
export function findCycles<Row>(edges: readonly Edge<Row>[]): { rows: Row[]; path: string[]; relation: string }[] {
  const found: { rows: Row[]; path: string[]; relation: string }[] = [];
  for (const [relation, ofRelation] of Map.groupBy(edges, (edge) => edge.relation)) {
    let left = peeled(ofRelation);
    while (left.length > 0) {
      const circles = circlesOf(left);
      const aside = new Set<Edge<Row>>();
      for (const circle of circles) {
        const rows = circle.flatMap(({ row }) => (row === null ? [] : [row]));
        if (rows.length > 0) found.push({ rows, path: [...circle.map(({ from }) => from), circle[0]?.from ?? ''], relation });
        for (const edge of circle) aside.add(edge);
      }
      left = peeled(left.filter((edge) => !aside.has(edge)));
    }
  }
  return found;
}

/** Takes away, again and again, what nothing leads to or what leads nowhere; what is left holds every circle. */
function peeled<Row>(edges: readonly Edge<Row>[]): Edge<Row>[] {
  let left = [...edges];
  for (const [near, far] of [['from', 'to'], ['to', 'from']] as const) left = withoutSources(left, near, far); // prettier-ignore
  return left;
}

function withoutSources<Row>(edges: readonly Edge<Row>[], near: 'from' | 'to', far: 'from' | 'to'): Edge<Row>[] {
  const leaving = Map.groupBy(edges, (edge) => edge[near]);
  const coming = new Map<string, number>();
  for (const edge of edges) coming.set(edge[far], (coming.get(edge[far]) ?? 0) + 1);
  const free = [...leaving.keys()].filter((id) => !coming.has(id));
  const gone = new Set<string>();
  for (const id of free) {
    gone.add(id);
    for (const edge of leaving.get(id) ?? []) {
      const count = (coming.get(edge[far]) ?? 0) - 1;
      coming.set(edge[far], count);
      if (count === 0) free.push(edge[far]);
    }
  }
  return edges.filter((edge) => !gone.has(edge[near]));
}

/** Circles that share nothing, at least one: in a peeled graph every node leads on, so whoever follows one way of each comes round. */
function circlesOf<Row>(edges: readonly Edge<Row>[]): Edge<Row>[][] {
  const next = new Map<string, Edge<Row>>();
  for (const edge of edges) if (!next.has(edge.from)) next.set(edge.from, edge);
  const circles: Edge<Row>[][] = [];
  const seen = new Set<string>();
  for (const start of next.values()) {
    const path: Edge<Row>[] = [];
    const at = new Map<string, number>();
    for (let edge: Edge<Row> | undefined = start; edge !== undefined && !seen.has(edge.from); edge = next.get(edge.to)) {
      seen.add(edge.from);
      at.set(edge.from, path.length);
      path.push(edge);
    }
    const closed = at.get(path.at(-1)?.to ?? '');
    if (closed !== undefined) circles.push(path.slice(closed));
  }
  return circles;
}
