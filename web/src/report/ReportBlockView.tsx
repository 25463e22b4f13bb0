import { useTranslation } from 'react-i18next'
import type { ReportBlock, ReportNumbers } from '@rozeznanie/core/report'
import { ReportChart } from './ReportChart.tsx'
import { ReportTable } from './ReportTable.tsx'

interface ReportBlockViewProps {
  readonly block: ReportBlock
  readonly numbers: ReportNumbers
}

/** One block of the document, by its kind. */
export function ReportBlockView({ block, numbers }: ReportBlockViewProps) {
  const { t } = useTranslation('report')
  switch (block.kind) {
    case 'paragraph':
      return <p className="measure">{block.text}</p>
    case 'table': {
      const label = numbers.tables.find(({ table }) => table === block)?.label ?? ''
      return <ReportTable table={block} label={label} />
    }
    case 'chart': {
      const label = numbers.charts.find(({ chart }) => chart === block)?.label ?? ''
      return <ReportChart chart={block} label={label} />
    }
    case 'quotes':
      return (
        <div className="stack-tight">
          <p className="measure">{block.lead}</p>
          {block.quotes.map((quote, place) => (
            <blockquote key={place} className="report__quote">
              {quote}
            </blockquote>
          ))}
        </div>
      )
    case 'placeholder':
      return (
        <p className="report__placeholder">
          <strong>{t('placeholder')}</strong> {block.text.replace(/^Do uzupełnienia:\s*/, '')}
        </p>
      )
  }
}
