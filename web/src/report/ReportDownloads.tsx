import { useTranslation } from 'react-i18next'
import { Card } from '../ui/Card.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'

const FORMATS = ['docx', 'xlsx', 'csv', 'json'] as const

interface ReportDownloadsProps {
  readonly surveyId: string
}

/** The report as files; Word first, because that is where it is finished. */
export function ReportDownloads({ surveyId }: ReportDownloadsProps) {
  const { t } = useTranslation('report')
  return (
    <div className="no-print">
      <Card title={t('downloads.title')}>
        <div className="row">
          {FORMATS.map((format) => (
            <LinkButton
              key={format}
              to={`/download/surveys/${surveyId}/report.${format}`}
              look={format === 'docx' ? 'primary' : 'secondary'}
              isDownload
            >
              {t(`downloads.${format}`)}
            </LinkButton>
          ))}
        </div>
        <p className="muted">{t('downloads.note')}</p>
      </Card>
    </div>
  )
}
