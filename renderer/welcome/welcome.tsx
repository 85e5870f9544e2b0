export function Welcome(_: { error: unknown }) { return null; }
