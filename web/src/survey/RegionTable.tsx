import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { regionalWorkbenchPath } from '../analysis/analysis.paths.ts'
import { type FragmentType, graphql, readFragment } from '../gql/index.ts'
import type { RegionTable_SurveyFragment } from '../gql/graphql.ts'
import { formatCount } from '../i18n/format.ts'
import { type Column, DataTable } from '../ui/DataTable.tsx'
import { KeyFigures } from '../ui/KeyFigures.tsx'
import { Period } from '../ui/Period.tsx'
import './survey.css'
import { countOpen, countMunicipalities } from './region-figures.ts'
import { SurveyStatusTag } from './SurveyStatusTag.tsx'

export const RegionTable_survey = graphql(`
  fragment RegionTable_survey on RegionalSurvey {
    id
    municipality {
      code
      name
      county {
        code
        name
      }
    }
    organisationName
    questionnaireTitle
    status
    opensOn
    closesOn
    roundedResponseCount
  }
`)

interface RegionTableProps {
  readonly surveys: readonly FragmentType<typeof RegionTable_survey>[]
}

export function RegionTable({ surveys }: RegionTableProps) {
  const { t } = useTranslation('survey')
  const rows = surveys.map((survey) => readFragment(RegionTable_survey, survey))
  const columns: readonly Column<RegionTable_SurveyFragment>[] = [
    {
      key: 'municipality',
      header: t('columns.municipalityAndOrganisation'),
      isRowHeader: true,
      cell: ({ municipality, organisationName }) => (
        <>
          {municipality.name}
          <span className="region__organisation">{organisationName}</span>
          <span className="region__county muted">
            {t('region.county', { county: municipality.county.name })}
          </span>
        </>
      ),
    },
    {
      key: 'questionnaire',
      header: t('columns.questionnaire'),
      cell: ({ id, questionnaireTitle, roundedResponseCount }) =>
        roundedResponseCount === null ? (
          questionnaireTitle
        ) : (
          <Link to={regionalWorkbenchPath(id)}>{questionnaireTitle}</Link>
        ),
    },
    { key: 'status', header: t('columns.status'), cell: ({ status }) => <SurveyStatusTag status={status} /> },
    {
      key: 'period',
      header: t('columns.period'),
      cell: ({ opensOn, closesOn }) => <Period from={opensOn} to={closesOn} />,
    },
    {
      key: 'count',
      header: t('columns.roundedResponses'),
      align: 'end',
      cell: ({ roundedResponseCount }) =>
        roundedResponseCount === null
          ? t('region.few')
          : t('region.about', { count: formatCount(roundedResponseCount) }),
    },
  ]
  return (
    <>
      <KeyFigures
        figures={[
          { label: t('region.surveys', { count: rows.length }), value: formatCount(rows.length) },
          { label: t('region.open', { count: countOpen(rows) }), value: formatCount(countOpen(rows)) },
          {
            label: t('region.municipalities', { count: countMunicipalities(rows) }),
            value: formatCount(countMunicipalities(rows)),
          },
        ]}
      />
      <DataTable caption={t('region.caption')} columns={columns} rows={rows} rowKey={({ id }) => id} />
    </>
  )
}
