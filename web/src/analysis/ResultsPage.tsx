import { useQuery, useSubscription } from '@apollo/client/react'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { parseQuestionnaire } from '@rozeznanie/core/questionnaire'
import type { ResultsPageQuery as ResultsPageQueryType } from '../gql/graphql.ts'
import { graphql } from '../gql/index.ts'
import { formatClock, formatCount, formatDay, dayOf } from '../i18n/format.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { KeyFigures } from '../ui/KeyFigures.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { PageFallback } from '../ui/PageFallback.tsx'
import { useAddress } from '../ui/use-address.ts'
import './analysis.css'
import { CrosstabSection } from './CrosstabSection.tsx'
import { FilterPanel } from './FilterPanel.tsx'
import { filterOf, onlyFilter, withoutFilter, withParameter } from './results-filter.ts'
import { ResultsWeights } from './ResultsWeights.tsx'
import { SectionResults } from './SectionResults.tsx'
import { useThrottled } from '../ui/use-throttled.ts'
import { useKnownWeights } from './use-known-weights.ts'
import { VersionsNotice } from './VersionsNotice.tsx'
import { weightChoiceOf, withWeightChoice } from './workbench/view-state.ts'
import { type WeightsKnown, weightVersionOf } from './workbench/weight-choice.ts'

const ResultsPageQuery = graphql(`
  query ResultsPage($id: ID!, $filter: [ConditionInput!], $weightVersion: Int) {
    survey(id: $id) {
      id
      municipality {
        code
      }
      dimensions {
        key
        ...FilterPanel_dimension
      }
      resultsQuestionnaire
      results(filter: $filter, weightVersion: $weightVersion) {
        asOf
        responseCount
        filteredCount
        notes
        versionCounts {
          number
        }
        ...VersionsNotice_results
        ...ResultsWeights_results
        summaries {
          questionKey
          sectionKey
          ...QuestionResult_summary
        }
      }
    }
  }
`)

const ResultsProgressed = graphql(`
  subscription ResultsProgressed($surveyId: ID!) {
    surveyProgressed(surveyId: $surveyId) {
      surveyId
      responseCount
    }
  }
`)

/** Between two askings while answers come in; the server tells of new ones twice a second at most. */
const PAUSE_MS = 400
/** New figures are spoken when they have been still for so long. */
const STILL_MS = 4_000
/** Word of the address that keeps the tables open. */
const TABLES = 'tabele'
const OPEN = 'tak'

/** The figures of a survey, each question in its own way; they follow the answers by themselves. */
export function ResultsPage() {
  const { t } = useTranslation('analysis')
  const { id = '' } = useParams()
  const [search, change] = useAddress()
  const known = useKnownWeights(id)
  const weightVersion = known && weightVersionOf(known, weightChoiceOf(search))
  const { data, previousData, loading, error, refetch } = useQuery(ResultsPageQuery, {
    variables: { id, filter: filterOf(search), weightVersion },
    skip: known === null,
    fetchPolicy: 'cache-and-network',
  })
  const refresh = useThrottled(() => void refetch(), PAUSE_MS)
  useSubscription(ResultsProgressed, { variables: { surveyId: id }, onData: refresh })
  const survey = (data ?? previousData)?.survey
  if (!survey || known === null)
    return (
      <PageFallback
        isLoading={loading || known === null}
        problem={error?.message}
        onRetry={() => void refetch()}
      />
    )
  if (survey.results)
    return <Results {...{ survey, known, search }} results={survey.results} onChange={change} />
  if (error) {
    return (
      <Page title={t('title')}>
        <Notice tone="danger" isAnnounced>
          <p>{error.message}</p>
        </Notice>
        <ResultsWeights {...{ known, search }} results={null} onChange={change} />
        {filterOf(search).length > 0 && (
          <div className="row">
            <Button onClick={() => change(withoutFilter(search))}>{t('filters.clear')}</Button>
          </div>
        )}
      </Page>
    )
  }
  return (
    <Page title={t('title')}>
      <EmptyState title={t('hidden.title')}>
        <p>{t('hidden.text')}</p>
      </EmptyState>
    </Page>
  )
}

type Survey = NonNullable<ResultsPageQueryType['survey']>

interface ResultsProps {
  readonly survey: Survey
  readonly results: NonNullable<Survey['results']>
  readonly known: WeightsKnown
  readonly search: URLSearchParams
  readonly onChange: (search: URLSearchParams) => void
}

function Results({ survey, results, known, search, onChange }: ResultsProps) {
  const { t } = useTranslation('analysis')
  const filter = filterOf(search)
  const isFiltered = filter.length > 0
  const { resultsQuestionnaire } = survey
  const questionnaire = useMemo(() => parseQuestionnaire(resultsQuestionnaire), [resultsQuestionnaire])
  const areTablesOpen = search.get(TABLES) === OPEN
  const filtered = { label: t('filtered'), value: formatCount(results.filteredCount) }
  const all = {
    label: t('responses', { count: results.responseCount }),
    value: formatCount(results.responseCount),
  }
  const shared = { surveyId: survey.id, questionnaire }
  return (
    <Page
      title={t('title')}
      lead={<AsOf instant={results.asOf} responseCount={results.responseCount} />}
      actions={
        results.responseCount > 0 && (
          <Button
            look="secondary"
            onClick={() => onChange(withParameter(search, TABLES, areTablesOpen ? '' : OPEN))}
          >
            {t(areTablesOpen ? 'tables.close' : 'tables.open')}
          </Button>
        )
      }
    >
      <KeyFigures figures={isFiltered ? [all, filtered] : [all]} />
      <VersionsNotice results={results} isFiltered={isFiltered} />
      {results.responseCount === 0 ? (
        <EmptyState title={t('empty.title')}>
          <p>{t('empty.text')}</p>
        </EmptyState>
      ) : (
        <>
          <ResultsWeights {...{ known, results, search, onChange }} />
          <FilterPanel {...{ search, filter, onChange }} dimensions={survey.dimensions ?? []} />
        </>
      )}
      {results.notes.length > 0 && (
        <Notice>
          {results.notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </Notice>
      )}
      {results.responseCount > 0 && results.filteredCount === 0 && (
        <EmptyState title={t('nobody.title')}>
          <p>{t('nobody.text')}</p>
        </EmptyState>
      )}
      {results.filteredCount > 0 && (
        <>
          <SectionResults
            {...shared}
            summaries={results.summaries}
            isOfVersions={results.versionCounts.length > 1}
            areTablesOpen={areTablesOpen}
            filter={withWeightChoice(onlyFilter(search), weightChoiceOf(search))}
          />
          <section id="zestawienie" className="results-section">
            <CrosstabSection
              {...{ ...shared, filter, search, onChange }}
              weightVersion={weightVersionOf(known, weightChoiceOf(search))}
            />
          </section>
        </>
      )}
    </Page>
  )
}

interface AsOfProps {
  readonly instant: string
  readonly responseCount: number
}

/** The state of the answers, to the second; a screen reader hears of new ones only when they have settled. */
function AsOf({ instant, responseCount }: AsOfProps) {
  const { t } = useTranslation('analysis')
  const [first] = useState(responseCount)
  const [spoken, setSpoken] = useState(responseCount)
  useEffect(() => {
    const timer = setTimeout(() => setSpoken(responseCount), STILL_MS)
    return () => clearTimeout(timer)
  }, [responseCount])
  const time = `${formatDay(dayOf(new Date(instant)))}, ${formatClock(instant)}`
  return (
    <>
      <p className="as-of">
        {t('asOf', { time })}. {t('waiting')}
      </p>
      <p className="visually-hidden" role="status">
        {spoken === first ? '' : t('announced', { count: spoken })}
      </p>
    </>
  )
}
