import type { LossEntry } from '@rozeznanie/core/interchange'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { downloadPath, exportReport, type ExportFormat } from './export-files.ts'
import { LossReport } from './LossReport.tsx'

interface ExportReportProps {
  readonly questionnaireKey: string
  readonly state: string
  readonly format: ExportFormat
}

type Report = readonly LossEntry[] | 'failed' | null

/** What a file will not hold, before it is downloaded; another state or format starts it anew. */
export function ExportReport(props: ExportReportProps) {
  const [attempt, setAttempt] = useState(0)
  const { state, format } = props
  return (
    <ComputedReport
      key={`${state} ${format} ${attempt}`}
      {...props}
      onAgain={() => setAttempt(attempt + 1)}
    />
  )
}

type ComputedReportProps = ExportReportProps & { readonly onAgain: () => void }

function ComputedReport({ questionnaireKey, state, format, onAgain }: ComputedReportProps) {
  const { t } = useTranslation('interchange')
  const [report, setReport] = useState<Report>(null)
  useEffect(() => {
    let isWanted = true
    const show = (next: Report) => isWanted && setReport(next)
    exportReport(questionnaireKey, state, format).then(show, () => show('failed'))
    return () => {
      isWanted = false
    }
  }, [questionnaireKey, state, format])
  const byKind = (prefix: 'export.figures' | 'export.kinds') =>
    ({
      kept: t(`${prefix}.kept`),
      approximated: t(`${prefix}.approximated`),
      dropped: t(`${prefix}.dropped`),
    }) as const
  if (report === 'failed')
    return (
      <Notice tone="danger" isAnnounced>
        <p>{t('export.failed')}</p>
        <Button look="secondary" onClick={onAgain}>
          {t('export.again')}
        </Button>
      </Notice>
    )
  return (
    <Card
      title={t('export.heading')}
      footer={
        <LinkButton to={downloadPath(questionnaireKey, state, format)} isDownload>
          {t('export.download')}
        </LinkButton>
      }
    >
      {report === null && (
        <div aria-busy="true">
          <p className="muted">{t('export.computing')}</p>
          <Skeleton lines={3} />
        </div>
      )}
      {report !== null && format === 'own' && <Notice tone="success">{t('export.whole')}</Notice>}
      {report !== null && format !== 'own' && (
        <LossReport
          report={report}
          format={format}
          words={{
            figures: byKind('export.figures'),
            kinds: byKind('export.kinds'),
            caption: t('export.caption'),
            whole: t('export.whole'),
          }}
        />
      )}
    </Card>
  )
}
