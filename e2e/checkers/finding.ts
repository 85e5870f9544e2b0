/** What a checker holds against a file: a code to test for, where it was found, and what is wrong there. */
export type Finding = { code: string; where: string; detail: string };

/** Collects findings about one place. */
export type Report = (code: string, detail: string) => void;

export function reporter(findings: Finding[], where: string): Report {
  return (code, detail) => void findings.push({ code, where, detail });
}
