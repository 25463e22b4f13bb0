import { useTranslation } from 'react-i18next'
import type { Questionnaire } from '@rozeznanie/core/questionnaire'
import type { FragmentType } from '../gql/index.ts'
import { workbenchPath } from './analysis.paths.ts'
import { openAnswersPath } from '../response/response.paths.ts'
import { rowKeysOf } from './row-keys.ts'
import { QuestionResult, type QuestionResult_summary } from './QuestionResult.tsx'

type Summary = FragmentType<typeof QuestionResult_summary> & {
  readonly questionKey: string
  readonly sectionKey: string
}

interface SectionResultsProps {
  readonly surveyId: string
  readonly questionnaire: Questionnaire
  readonly summaries: readonly Summary[]
  readonly isOfVersions: boolean
  readonly areTablesOpen: boolean
  /** Conditions of the page as they stand in its address; they go along into the workbench. */
  readonly filter: URLSearchParams
}

/** The questions by section, with a list of the sections to jump to. */
export function SectionResults(props: SectionResultsProps) {
  const { surveyId, questionnaire, summaries, isOfVersions, areTablesOpen, filter } = props
  const { t } = useTranslation('analysis')
  const sections = questionnaire.sections
    .map(({ key, title }) => ({
      key,
      title,
      summaries: summaries.filter(({ sectionKey }) => sectionKey === key),
    }))
    .filter((section) => section.summaries.length > 0)
  return (
    <>
      <nav className="section-nav no-print" aria-label={t('sections')}>
        <ul>
          {sections.map(({ key, title }) => (
            <li key={key}>
              <a href={`#czesc-${key}`}>{title}</a>
            </li>
          ))}
          <li>
            <a href="#zestawienie">{t('crosstabLink')}</a>
          </li>
        </ul>
      </nav>
      {sections.map((section) => (
        <section key={section.key} id={`czesc-${section.key}`} className="results-section">
          <h2>{section.title}</h2>
          {section.summaries.map((summary) => (
            <QuestionResult
              key={summary.questionKey}
              summary={summary}
              isOfVersions={isOfVersions}
              isTableOpen={areTablesOpen}
              openAnswersPath={(questionKey) => openAnswersPath(surveyId, questionKey)}
              morePath={(questionKey) =>
                workbenchPath(surveyId, rowKeysOf(questionnaire, questionKey), filter)
              }
            />
          ))}
        </section>
      ))}
    </>
  )
}
