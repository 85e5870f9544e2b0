export function ExportDialog(_: { title: string; onClose: () => void }) { return null; }
