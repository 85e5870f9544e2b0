import { useEffect, useMemo, useRef } from 'react';
import { useCommands, type Command } from '../../shell/commands.ts';
import { pdfActs, type PdfAct } from './pdf-keys.ts';

/** Offers every act on the pages as a command, by key and in the palette. */
export function usePdfCommands(acts: Record<PdfAct, () => void>): void {
  const latest = useRef(acts);
  useEffect(() => {
    latest.current = acts;
  });
  useCommands(
    useMemo(
      () =>
        Object.entries(pdfActs).map(([name, { title, keys }]): Command => ({
          id: `reader.pdf.${name}`,
          title,
          group: 'reader.group',
          keys,
          run: () => latest.current[name as PdfAct](),
        })),
      [],
    ),
  );
}
