import './filter-field.css';
import { ListFilter } from 'lucide-react';
import { useEffect, useState } from 'react';

/** Words to narrow a list by; waits for a pause in typing before the engine is asked. */
export function FilterField({ label, words, onWords }: { label: string; words: string; onWords: (words: string) => void }) {
  const [typed, setTyped] = useState(words);
  useEffect(() => setTyped(words), [words]);
  useEffect(() => {
    if (typed === words) return undefined;
    const timer = setTimeout(() => onWords(typed), 150);
    return () => clearTimeout(timer);
  }, [typed, words, onWords]);
  return (
    <label className="filter-field">
      <ListFilter aria-hidden />
      <input dir="auto" aria-label={label} placeholder={label} value={typed} onChange={(event) => setTyped(event.target.value)} />
    </label>
  );
}
