import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { type FragmentType, graphql, readFragment } from '../gql/index.ts'
import type { SurveyList_SurveyFragment } from '../gql/graphql.ts'
import { formatCount } from '../i18n/format.ts'
import { type Column, DataTable } from '../ui/DataTable.tsx'
import { Period } from '../ui/Period.tsx'
import { surveyPath } from './survey.paths.ts'
import { SurveyStatusTag } from './SurveyStatusTag.tsx'

export const SurveyList_survey = graphql(`
  fragment SurveyList_survey on Survey {
    id
    title
    status
    opensOn
    closesOn
    responseCount
    municipality {
      code
      name
    }
  }
`)

interface SurveyListProps {
  readonly caption: string
  readonly surveys: readonly FragmentType<typeof SurveyList_survey>[]
}

export function SurveyList({ caption, surveys }: SurveyListProps) {
  const { t } = useTranslation('survey')
  const columns: readonly Column<SurveyList_SurveyFragment>[] = [
    {
      key: 'title',
      header: t('columns.title'),
      isRowHeader: true,
      cell: ({ id, title }) => <Link to={surveyPath(id)}>{title}</Link>,
    },
    { key: 'municipality', header: t('columns.municipality'), cell: ({ municipality }) => municipality.name },
    { key: 'status', header: t('columns.status'), cell: ({ status }) => <SurveyStatusTag status={status} /> },
    {
      key: 'period',
      header: t('columns.period'),
      cell: ({ opensOn, closesOn }) => <Period from={opensOn} to={closesOn} />,
    },
    {
      key: 'count',
      header: t('columns.responses'),
      align: 'end',
      cell: ({ responseCount }) => formatCount(responseCount),
    },
  ]
  const rows = surveys.map((survey) => readFragment(SurveyList_survey, survey))
  return <DataTable caption={caption} isCaptionHidden columns={columns} rows={rows} rowKey={({ id }) => id} />
}
