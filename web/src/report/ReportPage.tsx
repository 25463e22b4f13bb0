import { useQuery } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { formatInstant, numberReport, type Report, type ReportSection } from '@rozeznanie/core/report'
import { graphql } from '../gql/index.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { PageFallback } from '../ui/PageFallback.tsx'
import { FrozenAnswers } from './FrozenAnswers.tsx'
import { ReportDownloads } from './ReportDownloads.tsx'
import { ReportSectionView } from './ReportSectionView.tsx'
import { readReport } from './read-report.ts'
import { sectionId } from './report-data.ts'
import './report.css'

const ReportPageQuery = graphql(`
  query ReportPage($id: ID!) {
    survey(id: $id) {
      id
      title
      report
    }
  }
`)

/** The diagnostic part as a document to read, and as files to take away. */
export function ReportPage() {
  const { t } = useTranslation('report')
  const { id = '' } = useParams()
  const { data, loading, error, refetch } = useQuery(ReportPageQuery, {
    variables: { id },
    fetchPolicy: 'network-only',
  })
  if (!data?.survey)
    return <PageFallback isLoading={loading} problem={error?.message} onRetry={() => void refetch()} />
  if (data.survey.report == null) {
    return (
      <Page title={data.survey.title}>
        <EmptyState title={t('hidden.title')}>
          <p>{t('hidden.text')}</p>
        </EmptyState>
      </Page>
    )
  }
  const report = readReport(data.survey.report)
  if (!report) {
    return (
      <Page title={data.survey.title}>
        <Notice tone="danger">
          <p>{t('broken')}</p>
        </Notice>
      </Page>
    )
  }
  return <ReportDocument surveyId={id} report={report} onRenewed={() => refetch()} />
}

interface ReportDocumentProps {
  readonly surveyId: string
  readonly report: Report
  onRenewed(): Promise<unknown>
}

function ReportDocument({ surveyId, report, onRenewed }: ReportDocumentProps) {
  const { t } = useTranslation('report')
  const numbers = numberReport(report)
  const { organisationName: organisation, municipalityName: municipality, surveyTitle: survey } = report
  return (
    <Page
      title={report.title}
      lead={
        <>
          <p>{t('about', { organisation, municipality, survey })}</p>
          <p className="muted">{t('lead', { time: formatInstant(report.asOf) })}</p>
        </>
      }
    >
      <ReportDownloads surveyId={surveyId} />
      <FrozenAnswers surveyId={surveyId} asOf={formatInstant(report.asOf)} onRenewed={onRenewed} />
      <div className="report">
        <nav className="report__contents no-print" aria-label={t('contents')}>
          <Disclosure summary={t('contents')} isOpenAtFirst>
            <Contents sections={report.sections} depth={2} />
          </Disclosure>
        </nav>
        <article className="report__body">
          {report.sections.map((section) => (
            <ReportSectionView key={section.code} section={section} level={2} numbers={numbers} />
          ))}
          <p className="muted">{t('signs')}</p>
        </article>
      </div>
    </Page>
  )
}

interface ContentsProps {
  readonly sections: readonly ReportSection[]
  /** How many levels are named. */
  readonly depth: number
}

function Contents({ sections, depth }: ContentsProps) {
  return (
    <ol>
      {sections.map(({ code, title, sections: inner }) => (
        <li key={code}>
          <a href={`#${sectionId(code)}`}>
            <span className="report__code">{code}</span> {title}
          </a>
          {depth > 1 && inner.length > 0 && <Contents sections={inner} depth={depth - 1} />}
        </li>
      ))}
    </ol>
  )
}
