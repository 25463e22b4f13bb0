import { useQuery } from '@apollo/client/react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { parseQuestionnaire } from '@rozeznanie/core/questionnaire'
import type { IndicatorsPageQuery as PageQueryType } from '../gql/graphql.ts'
import { formatInstant } from '../i18n/format.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { PageFallback } from '../ui/PageFallback.tsx'
import { useAddress } from '../ui/use-address.ts'
import { AllIndicators } from './AllIndicators.tsx'
import { GroupSection, HeadlineSection } from './HeadlineSection.tsx'
import type { Indicators } from './indicator-data.ts'
import { type IndicatorSettings, type KnownWeights, settingsOf, withSettings } from './indicator-settings.ts'
import { IndicatorsPageQuery, IndicatorWeightsQuery } from './indicators-query.ts'
import './indicators.css'
import { ModesSection } from './ModesSection.tsx'
import { NeedsSection } from './NeedsSection.tsx'
import { RostersSection } from './RostersSection.tsx'
import { ServicesSection } from './ServicesSection.tsx'
import { Settings } from './Settings.tsx'
import { trendQuestions } from './trend-questions.ts'
import { TrendSection } from './TrendSection.tsx'

/** The indicators of a survey; first it has to be known which weights it uses. */
export function IndicatorsPage() {
  const { id = '' } = useParams()
  const { data, loading, error, refetch } = useQuery(IndicatorWeightsQuery, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  })
  const survey = data?.survey
  if (!survey)
    return <PageFallback isLoading={loading} problem={error?.message} onRetry={() => void refetch()} />
  const weights = {
    versions: survey.weightVersions,
    usualNumber: survey.usualWeightVersion?.number ?? null,
  }
  return <WeightedIndicators surveyId={id} weights={weights} />
}

interface WeightedIndicatorsProps {
  readonly surveyId: string
  readonly weights: KnownWeights
}

function WeightedIndicators({ surveyId, weights }: WeightedIndicatorsProps) {
  const { t } = useTranslation('indicators')
  const [search, change] = useAddress()
  const settings = settingsOf(search, weights)
  const { data, previousData, loading, error, refetch } = useQuery(IndicatorsPageQuery, {
    variables: { id: surveyId, ...settings },
    fetchPolicy: 'cache-and-network',
  })
  const survey = (data ?? previousData)?.survey
  const onChange = (next: IndicatorSettings) => change(withSettings(search, next, weights))
  const controls = <Settings weights={weights} settings={settings} onChange={onChange} />
  if (!survey?.indicators && error) {
    return (
      <Page title={t('title')}>
        <Notice tone="danger" isAnnounced>
          <p>{error.message}</p>
        </Notice>
        {controls}
      </Page>
    )
  }
  if (!survey)
    return <PageFallback isLoading={loading} problem={error?.message} onRetry={() => void refetch()} />
  if (!survey.indicators) return <NothingToSee reason="hidden" />
  if (survey.indicators.responseCount === 0) return <NothingToSee reason="empty" />
  return (
    <Page title={t('title')} lead={<Lead asOf={survey.indicators.asOf} />}>
      {controls}
      <Sections survey={survey} indicators={survey.indicators} weightVersion={settings.weightVersion} />
    </Page>
  )
}

function NothingToSee({ reason }: { readonly reason: 'hidden' | 'empty' }) {
  const { t } = useTranslation('indicators')
  return (
    <Page title={t('title')}>
      <EmptyState title={t(`${reason}.title`)}>
        <p>{t(`${reason}.text`)}</p>
      </EmptyState>
    </Page>
  )
}

function Lead({ asOf }: { readonly asOf: string }) {
  const { t } = useTranslation('indicators')
  return (
    <p>
      {t('lead')} {t('asOf', { time: formatInstant(asOf) })}
    </p>
  )
}

interface SectionsProps {
  readonly survey: NonNullable<PageQueryType['survey']>
  readonly indicators: Indicators
  readonly weightVersion: number | null
}

function Sections({ survey, indicators, weightVersion }: SectionsProps) {
  const { t } = useTranslation('indicators')
  const { id, resultsQuestionnaire, needsIndex, modeEffects, rosters } = survey
  const all = indicators.indicators
  const questions = useMemo(
    () => trendQuestions(parseQuestionnaire(resultsQuestionnaire)),
    [resultsQuestionnaire],
  )
  return (
    <>
      {all.length === 0 && (
        <EmptyState title={t('none.title')}>
          <p>{t('none.text')}</p>
        </EmptyState>
      )}
      <HeadlineSection indicators={all} />
      <ServicesSection indicators={all} groupSize={indicators.groupSize} />
      {needsIndex && <NeedsSection needs={needsIndex} />}
      <GroupSection indicators={all} />
      <RostersSection rosters={rosters ?? []} />
      {all.length > 0 && modeEffects && <ModesSection effects={modeEffects} />}
      <TrendSection surveyId={id} weightVersion={weightVersion} questions={questions} />
      {all.length > 0 && <AllIndicators indicators={all} />}
      <footer className="indicator-footer muted">
        {indicators.footer.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </footer>
    </>
  )
}
