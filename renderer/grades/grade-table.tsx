import { Undo2 } from 'lucide-react';
import type { Grade, Scale } from '#shared/model/grades.ts';
import { t } from '../messages/index.ts';
import { IconButton } from '../ui/button.tsx';
import { utcWords } from '../ui/times.tsx';
import { meaningOf, type GradeRow } from './grade-words.ts';

type TableProps = { rows: readonly GradeRow[]; scales: readonly Scale[]; onWithdraw: ((grade: Grade) => void) | null };

/** People down, scales across; scales nobody used are left out. */
export function GradeTable({ rows, scales, onWithdraw }: TableProps) {
  const used = scales.filter((scale) => rows.some(({ byScale }) => byScale.has(scale)));
  return (
    <table className="grade-table">
      <thead>
        <tr>
          <th scope="col">{t('grades.person')}</th>
          {used.map((scale) => (
            <th scope="col" key={scale}>
              {t(`grades.scale.${scale}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ person, byScale }) => (
          <tr key={person}>
            <th scope="row" dir="auto">
              {person}
            </th>
            {used.map((scale) => (
              <td key={scale}>
                <Cell grade={byScale.get(scale)} onWithdraw={onWithdraw} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({ grade, onWithdraw }: { grade: Grade | undefined; onWithdraw: TableProps['onWithdraw'] }) {
  if (grade === undefined) return <span className="faint">–</span>;
  const { scale, value, reason, createdAt, createdBy } = grade;
  return (
    <>
      <div className="grade-value">
        <strong className={value.length === 1 ? 'grade-letter' : ''}>{value}</strong> <span>{meaningOf(scale, value)}</span>
        {onWithdraw === null ? null : (
          <IconButton label={t('grades.withdraw.label', { who: createdBy })} icon={Undo2} onPress={() => onWithdraw(grade)} />
        )}
      </div>
      <p className="grade-reason selectable" dir="auto">
        {reason}
      </p>
      <span className="faint">{utcWords(createdAt)}</span>
    </>
  );
}
