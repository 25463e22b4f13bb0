import { questionCount } from '@rozeznanie/core/questionnaire'
import { useTranslation } from 'react-i18next'
import { formatCount } from '../../i18n/format.ts'
import { Card } from '../../ui/Card.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { QuestionnairePreview } from '../QuestionnairePreview.tsx'
import { LossReport } from './LossReport.tsx'
import type { ReadForm } from './read-form-request.ts'

interface FormReportProps {
  readonly form: ReadForm
  readonly fileName: string
}

/** What a file becomes: figures, every change and loss, and the questions as they would be. */
export function FormReport({ form, fileName }: FormReportProps) {
  const { t } = useTranslation('interchange')
  const { format, questionnaire, report } = form
  const count = questionCount(questionnaire)
  const byKind = (prefix: 'report' | 'report.figures') =>
    ({
      kept: t(`${prefix}.kept`),
      approximated: t(`${prefix}.approximated`),
      dropped: t(`${prefix}.dropped`),
    }) as const
  return (
    <Card title={t('report.heading')}>
      <p>{t('report.source', { name: fileName, format: t(`formats.${format}`) })}</p>
      <LossReport
        report={report}
        format={format}
        figures={[{ label: t('report.figures.questions', { count }), value: formatCount(count) }]}
        words={{
          figures: byKind('report.figures'),
          kinds: byKind('report'),
          caption: t('report.caption'),
          whole: t('report.whole'),
        }}
      />
      <Disclosure summary={t('report.preview')}>
        <div className="stack">
          <QuestionnairePreview questionnaire={questionnaire} />
        </div>
      </Disclosure>
    </Card>
  )
}
