/** Where a case was backed up last, as this computer knows it; the journal keeps names, not places. */
const key = (caseId: string) => `holdfast.backup.${caseId}`;

export function lastPlace(caseId: string): string | null {
  return localStorage.getItem(key(caseId));
}

export function rememberPlace(caseId: string, path: string): void {
  localStorage.setItem(key(caseId), path);
}
