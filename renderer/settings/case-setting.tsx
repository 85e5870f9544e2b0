import type { CaseSettings } from '#shared/model/case.ts';
import { useCanWrite, useCaseInfo } from '../shell/case-info.ts';
import { useAct } from '../shell/engine.ts';
import { Segmented } from '../ui/segmented.tsx';

type Props<Choice extends string> = {
  title: string;
  text: string;
  options: readonly { id: Choice; label: string }[];
  /** What of the settings is chosen, and the settings that a choice makes. */
  chosen: (settings: CaseSettings) => Choice;
  change: (choice: Choice) => Partial<CaseSettings>;
};

/** One setting that is kept in the case; nothing while no case is open. */
export function CaseSetting<Choice extends string>({ title, text, options, chosen, change }: Props<Choice>) {
  const info = useCaseInfo().data;
  const configure = useAct('case.configure');
  const canWrite = useCanWrite();
  if (info == null) return null;
  return (
    <section>
      <h2>{title}</h2>
      <p className="muted">{text}</p>
      <Segmented
        label={title}
        options={options}
        value={chosen(info.settings)}
        onChange={(choice) => canWrite && configure.mutate(change(choice))}
      />
    </section>
  );
}
