/**
 * Strongly connected components of a directed graph (Tarjan 1972), without recursion, in time linear in nodes and edges.
 * `next[n]` holds the nodes that `n` leads to. Answers the component of each node; a component that leads to another has
 * the higher number.
 */
export function stronglyConnected(next: readonly (readonly number[])[]): number[] {
  const found = new Array<number>(next.length).fill(-1);
  const low = new Array<number>(next.length).fill(-1);
  const component = new Array<number>(next.length).fill(-1);
  const open: number[] = [];
  let [visits, components] = [0, 0];
  const enter = (node: number) => {
    found[node] = low[node] = visits++;
    open.push(node);
    return { node, edge: 0 };
  };
  const close = (node: number) => {
    if (low[node] !== found[node]) return;
    for (let member = -1; member !== node;) {
      member = open.pop() ?? node;
      component[member] = components;
    }
    components += 1;
  };
  for (let start = 0; start < next.length; start += 1) {
    if (found[start] !== -1) continue;
    const path = [enter(start)];
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const { node } = top;
      const to = next[node]?.[top.edge++];
      if (to === undefined) {
        close(node);
        path.pop();
        const above = path.at(-1)?.node;
        if (above !== undefined) low[above] = Math.min(low[above] ?? 0, low[node] ?? 0);
      } else if (found[to] === -1) path.push(enter(to));
      else if (component[to] === -1) low[node] = Math.min(low[node] ?? 0, found[to] ?? 0);
    }
  }
  return component;
}
