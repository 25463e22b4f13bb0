import { useTranslation } from 'react-i18next'
import type { FragmentType } from '../../gql/index.ts'
import { Button } from '../../ui/Button.tsx'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { FilterPanel, type FilterPanelDimension } from '../FilterPanel.tsx'
import { regionPath } from '../analysis.paths.ts'
import { filterOf } from '../results-filter.ts'
import type { CrossChoice } from './cross-choices.ts'
import type { OfferedQuestion } from './questions.ts'
import { ProtectedNotice } from './ProtectedNotice.tsx'
import { Results } from './Results.tsx'
import { SavedViews } from './SavedViews.tsx'
import { SeveralQuestions } from './SeveralQuestions.tsx'
import { ShowPanel } from './ShowPanel.tsx'
import { ToReport } from './ToReport.tsx'
import { type Eyes, useTables } from './use-tables.ts'
import type { KeptView, View } from './use-view.ts'
import { withEyes, withRequest } from './view-state.ts'
import { type WeightsKnown, weightVersionOf } from './weight-choice.ts'

interface WorkbenchProps {
  readonly surveyId: string
  /** „Analiza” unless said otherwise. */
  readonly title?: string
  readonly lead?: string
  readonly questions: readonly OfferedQuestion[]
  readonly crossChoices: readonly CrossChoice[]
  readonly dimensions: readonly FragmentType<typeof FilterPanelDimension>[]
  readonly weights: WeightsKnown
  /** `null`: views are not for the viewer. */
  readonly views: readonly KeptView[] | null
  readonly eyes: Eyes
  readonly view: View
  /** Changes when answers came in. */
  readonly state: number
}

/** „Co pokazać” on one side, what comes out on the other. */
export function Workbench(props: WorkbenchProps) {
  const { surveyId, title, lead, questions, crossChoices, dimensions, weights, views, view, eyes, state } =
    props
  const { t } = useTranslation('workbench')
  const { request } = view
  const weightVersion = weightVersionOf(weights, request.weights)
  const found = useTables({ surveyId, request, weightVersion, eyes }, state)
  const search = withRequest(view.search, request)
  const isEmpty = request.rowKeys.length === 0
  const nameOf = (key: string) =>
    [...questions, ...crossChoices].find(({ value }) => value === key)?.label ?? key
  return (
    <Page
      title={title ?? t('title')}
      lead={lead ?? t('lead')}
      {...(eyes === 'REGION' && { crumbs: [{ label: t('eyes.region'), to: regionPath() }] })}
      actions={
        !isEmpty && (
          <>
            {eyes === 'OWN' && (
              <Button look="secondary" onClick={() => view.go(withEyes(search, true))}>
                {t('eyes.others')}
              </Button>
            )}
            <CopyButton text={window.location.href}>{t('copyLink')}</CopyButton>
          </>
        )
      }
    >
      <div className="workbench">
        <section className="workbench__show no-print" aria-labelledby="workbench-show">
          <h2 id="workbench-show">{t('show.title')}</h2>
          <ShowPanel {...{ questions, crossChoices, weights, request }} onChange={view.change} />
          <div className="workbench__more">
            <FilterPanel
              search={search}
              filter={filterOf(search)}
              dimensions={dimensions}
              onChange={view.go}
            />
            <SeveralQuestions
              questions={questions}
              rowKeys={request.rowKeys}
              onChange={(rowKeys) => view.change({ rowKeys, chart: null })}
            />
            {views && <SavedViews surveyId={surveyId} views={views} view={view} />}
          </div>
        </section>
        <div className="workbench__results">
          {eyes !== 'OWN' && (
            <ProtectedNotice eyes={eyes} onOwn={() => view.go(withEyes(view.search, false))} />
          )}
          {view.kept && (
            <p className="workbench__kept">
              {t(view.isChanged ? 'saved.changed' : 'saved.open', { name: view.kept.name })}
            </p>
          )}
          {isEmpty && (
            <EmptyState title={t('empty.title')}>
              <p>{t('empty.text')}</p>
            </EmptyState>
          )}
          {found.problem !== null && (
            <Notice tone="warning" isAnnounced>
              <p>{found.problem}</p>
            </Notice>
          )}
          {!isEmpty && (
            <Results
              {...{ found, request }}
              onChange={view.change}
              actionsOf={(one) => eyes !== 'REGION' && <ToReport request={one} nameOf={nameOf} />}
            />
          )}
        </div>
      </div>
    </Page>
  )
}
