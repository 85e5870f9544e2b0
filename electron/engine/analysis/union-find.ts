/** Sets that grow together. The least id of a set stands for it, so that the order of joining never shows. */
export class UnionFind {
  private readonly parents = new Map<string, string>();

  find(id: string): string {
    let at = id;
    for (let up = this.parents.get(at); up !== undefined; up = this.parents.get(at)) {
      const above = this.parents.get(up);
      if (above !== undefined) this.parents.set(at, above);
      at = up;
    }
    return at;
  }

  join(one: string, other: string): void {
    const [a, b] = [this.find(one), this.find(other)];
    if (a !== b) this.parents.set(a < b ? b : a, a < b ? a : b);
  }
}
