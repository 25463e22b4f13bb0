interface IntervalProps {
  /** Ends in pixels. */
  readonly low: number
  readonly high: number
  /** Middle of the row. */
  readonly y: number
}

const CAP = 5

/** From where to where the true value most likely lies: a line with two ends, bright around, so that it is seen on a bar too. */
export function Interval({ low, high, y }: IntervalProps) {
  const path = `M${low} ${y}H${high}M${low} ${y - CAP}V${y + CAP}M${high} ${y - CAP}V${y + CAP}`
  return (
    <>
      <path className="chart__interval-around" d={path} />
      <path className="chart__interval" d={path} />
    </>
  )
}
