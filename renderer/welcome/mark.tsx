/** The sign of the app: a frond and the holdfast that grips the rock. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 48 48" aria-hidden fill="none" stroke="currentColor" strokeWidth="2.6" strokeLinecap="round">
      <path d="M24 33C24 24 15 22 15 12c0-3 1-6 2-7M24 33c0-12 9-13 9-22 0-3-1-5-2-7M24 33c0-9 0-18 0-24" />
      <path d="M24 33c-5 1-7 4-12 4M24 33c-2 3-3 7-8 9M24 33c5 1 7 4 12 4M24 33c2 3 3 7 8 9M24 33v10" />
    </svg>
  );
}
