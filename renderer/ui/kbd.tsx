import './kbd.css';

const isMac = navigator.platform.startsWith('Mac');
const names: Record<string, string> = {
  $mod: isMac ? '⌘' : 'Ctrl',
  Control: 'Ctrl',
  Shift: isMac ? '⇧' : 'Shift',
  Alt: isMac ? '⌥' : 'Alt',
  Enter: '↵',
  Escape: 'Esc',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Delete: 'Del',
};

/** A key or chord, written as it is bound: `$mod+Shift+e`, `g l`; keys in brackets may be held and are not shown. */
export function Kbd({ keys }: { keys: string }) {
  const parts = keys
    .replace(/\[\w+\]\+/g, '')
    .split(/(?<=\w)\+| /)
    .filter((part) => part !== '');
  return (
    <span className="kbds" aria-hidden>
      {parts.map((part, index) => (
        <kbd className="kbd" key={index}>
          {names[part] ?? (part.length === 1 ? part.toUpperCase() : part)}
        </kbd>
      ))}
    </span>
  );
}
