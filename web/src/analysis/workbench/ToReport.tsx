import { useMutation, useQuery } from '@apollo/client/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import type { ViewRequest } from '@rozeznanie/core/analysis'
import { listSections, LPDI_TEMPLATE } from '@rozeznanie/core/diagnosis'
import { graphql } from '../../gql/index.ts'
import { surveyPath } from '../../survey/survey.paths.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { requestInput } from './request-input.ts'

const ReportTables = graphql(`
  query ReportTables($id: ID!) {
    survey(id: $id) {
      id
      reportTables {
        id
        sectionCode
        request {
          rowKeys
          columnKey
        }
      }
    }
  }
`)

const AddReportTable = graphql(`
  mutation AddReportTable($input: AddReportTableInput!) {
    addReportTable(input: $input) {
      __typename
      ... on Survey {
        id
        reportTables {
          id
          sectionCode
          request {
            rowKeys
            columnKey
          }
        }
      }
      ... on Error {
        message
      }
    }
  }
`)

const RemoveReportTable = graphql(`
  mutation RemoveReportTable($input: RemoveReportTableInput!) {
    removeReportTable(input: $input) {
      id
      reportTables {
        id
        sectionCode
        request {
          rowKeys
          columnKey
        }
      }
    }
  }
`)

const SECTIONS = listSections(LPDI_TEMPLATE.sections)
  .filter(({ bindings }) => bindings.length > 0)
  .map(({ code, title }) => ({ value: code, label: `${code} ${title}` }))
const titleOf = (code: string): string => SECTIONS.find(({ value }) => value === code)?.label ?? code

interface ToReportProps {
  readonly request: ViewRequest
  /** Wording of a question or of what answers are divided by. */
  readonly nameOf: (key: string) => string
}

/** Adds what one looks at to a section of the report, and lists what was added before. */
export function ToReport({ request, nameOf }: ToReportProps) {
  const { t } = useTranslation('workbench')
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button look="secondary" onClick={() => setOpen(true)}>
        {t('report.add')}
      </Button>
      {isOpen && <ReportDialog request={request} nameOf={nameOf} onClose={() => setOpen(false)} />}
    </>
  )
}

interface ReportDialogProps extends ToReportProps {
  readonly onClose: () => void
}

function ReportDialog({ request, nameOf, onClose }: ReportDialogProps) {
  const { t } = useTranslation('workbench')
  const { id: surveyId = '' } = useParams()
  const { data } = useQuery(ReportTables, { variables: { id: surveyId }, fetchPolicy: 'cache-and-network' })
  const [addTable, { loading }] = useMutation(AddReportTable)
  const [removeTable] = useMutation(RemoveReportTable)
  const [sectionCode, choose] = useState('')
  const [outcome, setOutcome] = useState<'added' | { readonly problem: string } | null>(null)
  const add = async () => {
    const input = { surveyId, sectionCode, request: requestInput(request) }
    const { data: answer, error } = await addTable({ variables: { input } })
    const result = answer?.addReportTable
    const isAdded = result?.__typename === 'Survey'
    setOutcome(isAdded ? 'added' : { problem: result?.message ?? error?.message ?? t('saved.failed') })
  }
  const tables = data?.survey?.reportTables ?? []
  return (
    <Dialog
      title={t('report.title')}
      lead={t('report.lead')}
      onClose={onClose}
      actions={
        <>
          <Button isBusy={loading} onClick={() => void add()}>
            {t('report.confirm')}
          </Button>
          <LinkButton to={surveyPath(surveyId, 'raport')} look="secondary">
            {t('report.open')}
          </LinkButton>
        </>
      }
    >
      {outcome !== null && (
        <Notice tone={outcome === 'added' ? 'success' : 'warning'} isAnnounced>
          <p>
            {outcome === 'added' ? t('report.added', { section: titleOf(sectionCode) }) : outcome.problem}
          </p>
        </Notice>
      )}
      <SelectField
        name="section"
        label={t('report.section')}
        value={sectionCode}
        emptyLabel={t('report.choose')}
        choices={SECTIONS}
        onChange={choose}
      />
      <p className="muted">{t('report.protected')}</p>
      {tables.length > 0 && (
        <div>
          <h3>{t('report.list')}</h3>
          <ul className="chosen">
            {tables.map(({ id, sectionCode: code, request: { rowKeys, columnKey } }) => {
              const name = [...rowKeys.slice(0, 2), ...(columnKey ? [columnKey] : [])].map(nameOf).join(' · ')
              return (
                <li key={id}>
                  <span>
                    {name}
                    <br />
                    <span className="muted">{titleOf(code)}</span>
                  </span>
                  <Button
                    look="quiet"
                    label={t('show.dropOf', { label: name })}
                    onClick={() => void removeTable({ variables: { input: { surveyId, tableId: id } } })}
                  >
                    {t('show.drop')}
                  </Button>
                </li>
              )
            })}
          </ul>
        </div>
      )}
    </Dialog>
  )
}
