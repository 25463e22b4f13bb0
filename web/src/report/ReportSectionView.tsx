import type { ReportNumbers, ReportSection } from '@rozeznanie/core/report'
import { ReportBlockView } from './ReportBlockView.tsx'
import { sectionId } from './report-data.ts'

interface ReportSectionViewProps {
  readonly section: ReportSection
  readonly level: 2 | 3 | 4 | 5
  readonly numbers: ReportNumbers
}

const BELOW = { 2: 3, 3: 4, 4: 5, 5: 5 } as const

/** A section with its heading, its blocks, and the sections inside it. */
export function ReportSectionView({ section, level, numbers }: ReportSectionViewProps) {
  const Heading = `h${level}` as const
  return (
    <section id={sectionId(section.code)} className="report__section">
      <Heading>
        <span className="report__code">{section.code}</span> {section.title}
      </Heading>
      {section.blocks.map((block, place) => (
        <ReportBlockView key={place} block={block} numbers={numbers} />
      ))}
      {section.sections.map((child) => (
        <ReportSectionView key={child.code} section={child} level={BELOW[level]} numbers={numbers} />
      ))}
    </section>
  )
}
