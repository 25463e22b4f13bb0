import './blocks.css'

export interface KeyFigure {
  readonly label: string
  readonly value: string
  readonly note?: string
}

interface KeyFiguresProps {
  readonly figures: readonly KeyFigure[]
}

/** A few numbers that matter, large, each with what it counts. */
export function KeyFigures({ figures }: KeyFiguresProps) {
  return (
    <dl className="key-figures">
      {figures.map(({ label, value, note }) => (
        <div className="key-figure" key={label}>
          <dt>
            {label}
            {note && <span className="key-figure__note"> {note}</span>}
          </dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
