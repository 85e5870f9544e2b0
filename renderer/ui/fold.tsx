import './fold.css';
import { ChevronRight } from 'lucide-react';
import { useState, type ReactNode } from 'react';

/** Something for those who ask for it; `children` is called only once it is opened. */
export function Fold({ title, children }: { title: ReactNode; children: () => ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="fold" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <ChevronRight aria-hidden />
        {title}
      </summary>
      {isOpen ? <div className="fold-body">{children()}</div> : null}
    </details>
  );
}
