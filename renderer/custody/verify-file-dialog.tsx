export function VerifyFileDialog(_: { onClose: () => void }) { return null; }
