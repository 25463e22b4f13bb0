import { periodParts } from '../i18n/format.ts'

interface PeriodProps {
  /** Local days, `2026-11-22`, both inclusive. */
  readonly from: string
  readonly to: string
}

/** A period that breaks only between its two days. */
export function Period({ from, to }: PeriodProps) {
  const [start, end] = periodParts(from, to)
  return (
    <>
      <span className="nowrap">{start}</span> <span className="nowrap">{end}</span>
    </>
  )
}
