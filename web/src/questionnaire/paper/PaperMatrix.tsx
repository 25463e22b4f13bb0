import {
  letterOf,
  optionsOf,
  rowsOf,
  type MatrixQuestion,
  type MatrixRow,
  type Option,
} from '@rozeznanie/core/questionnaire'
import { MOST_COLUMNS, type PaperQuestionnaire } from '@rozeznanie/core/questionnaire/paper'

/** Longer tables are set tighter, to stay on one sheet. */
const MANY_ROWS = 14

interface PaperMatrixProps {
  readonly paper: PaperQuestionnaire
  readonly question: MatrixQuestion
  readonly labelId: string
}

/** A table of boxes; with too many answers for a sheet, a list of answers with letters and a place to write one. */
export function PaperMatrix({ paper, question, labelId }: PaperMatrixProps) {
  const options = optionsOf(paper.questionnaire, question)
  const rows = rowsOf(paper.questionnaire, question)
  if (options.length > MOST_COLUMNS) return <Lettered options={options} rows={rows} />
  return (
    <div
      className={rows.length > MANY_ROWS ? 'paper__table paper__table--tight' : 'paper__table'}
      role="region"
      aria-labelledby={labelId}
      tabIndex={0}
    >
      <table>
        <thead>
          <tr>
            <td />
            {options.map(({ code, label }) => (
              <th key={code} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.label}</th>
              {options.map(({ code }) => (
                <td key={code}>
                  <span className="box" />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface LetteredProps {
  readonly options: readonly Option[]
  readonly rows: readonly MatrixRow[]
}

function Lettered({ options, rows }: LetteredProps) {
  return (
    <>
      <ol className="paper__letters">
        {options.map(({ code, label }, index) => (
          <li key={code}>
            {letterOf(index)} – {label}
          </li>
        ))}
      </ol>
      <ul className="paper__options">
        {rows.map(({ key, label }) => (
          <li key={key}>
            <span className="digit" />
            <span>{label}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
