export function Custody() { return null; }
