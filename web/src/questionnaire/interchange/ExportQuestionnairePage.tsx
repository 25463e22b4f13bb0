import { useQuery } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'
import { useParams, useSearchParams } from 'react-router'
import { graphql } from '../../gql/index.ts'
import { dayOf, formatDay } from '../../i18n/format.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { PageFallback } from '../../ui/PageFallback.tsx'
import { RadioGroupField } from '../../ui/RadioGroupField.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { QuestionnaireFrame } from '../QuestionnaireFrame.tsx'
import { asFormat, DRAFT, EXPORT_FORMATS } from './export-files.ts'
import { ExportReport } from './ExportReport.tsx'

const ExportQuestionnairePageQuery = graphql(`
  query ExportQuestionnairePage($key: String!) {
    questionnaire(key: $key) {
      id
      title
      mayEdit
      versions {
        id
        number
        publishedAt
      }
      draft {
        id
        title
      }
    }
  }
`)

/** A questionnaire as a file: which state, for which program, and what that program will not see. */
export function ExportQuestionnairePage() {
  const { t } = useTranslation('interchange')
  const { key = '' } = useParams()
  const [search, setSearch] = useSearchParams()
  const { data, loading, error, refetch } = useQuery(ExportQuestionnairePageQuery, { variables: { key } })
  if (!data?.questionnaire)
    return <PageFallback isLoading={loading} problem={error?.message} onRetry={() => void refetch()} />
  const { title, mayEdit, versions, draft } = data.questionnaire
  const states = [
    ...versions.map(({ number, publishedAt }, index) => ({
      value: String(number),
      label: t(index === 0 ? 'export.newest' : 'export.version', {
        number,
        when: publishedAt ? formatDay(dayOf(new Date(publishedAt))) : '',
      }),
    })),
    ...(draft ? [{ value: DRAFT, label: t('export.draft') }] : []),
  ]
  const state = states.find(({ value }) => value === search.get('wersja'))?.value ?? states[0]?.value
  const format = asFormat(search.get('format'))
  const choose = (name: string, value: string) =>
    setSearch({ ...Object.fromEntries(search), [name]: value }, { replace: true, preventScrollReset: true })
  return (
    <QuestionnaireFrame
      questionnaireKey={key}
      questionnaireTitle={versions.length > 0 ? title : draft?.title.trim() || title}
      mayEdit={mayEdit}
      title={t('export.title')}
      lead={t('export.lead')}
    >
      {state === undefined ? (
        <EmptyState title={t('export.nothing')}>
          <p>{t('export.nothingText')}</p>
        </EmptyState>
      ) : (
        <div className="stack">
          <SelectField
            name="state"
            label={t('export.state')}
            choices={states}
            value={state}
            onChange={(value) => choose('wersja', value)}
          />
          <RadioGroupField
            name="format"
            label={t('export.format')}
            choices={EXPORT_FORMATS.map((value) => ({
              value,
              label: t(`export.formats.${value}`),
              hint: t(`export.hints.${value}`),
            }))}
            value={format}
            onChange={(value) => choose('format', value)}
          />
          <ExportReport questionnaireKey={key} state={state} format={format} />
        </div>
      )}
    </QuestionnaireFrame>
  )
}
