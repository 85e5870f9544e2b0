import './page.css';
import type { ReactNode } from 'react';

export type PageProps = { title: ReactNode; subtitle?: ReactNode; actions?: ReactNode; children: ReactNode };

/** A place with a heading: title and actions above, the rest scrolls. */
export function Page({ title, subtitle, actions, children }: PageProps) {
  return (
    <div className="page">
      <header className="page-head">
        <div className="page-titles">
          <h1 dir="auto">{title}</h1>
          {subtitle === undefined ? null : <div className="muted">{subtitle}</div>}
        </div>
        {actions === undefined ? null : <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </div>
  );
}

/** A bar of tools above a list or a reader. */
export function ToolBar({ children }: { children: ReactNode }) {
  return <div className="tool-bar">{children}</div>;
}

/** Pushes what follows to the end of a bar. */
export function Gap() {
  return <span className="gap" />;
}
