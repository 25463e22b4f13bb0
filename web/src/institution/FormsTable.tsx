import type { FormStatus, Urgency } from '@rozeznanie/core/institution'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { formatDay } from '../i18n/format.ts'
import { type Column, DataTable } from '../ui/DataTable.tsx'
import { FormStatusTag } from './FormStatusTag.tsx'
import './institution.css'
import { institutionFormsPath } from './institution.paths.ts'

interface ShownForm {
  readonly id: string
  readonly status: FormStatus
  readonly urgency: Urgency
  readonly dueOn: string
  readonly remindedOn: string | null
  readonly institution: { readonly name: string }
}

interface FormsTableProps {
  readonly surveyId: string
  readonly forms: readonly ShownForm[]
}

/** Every invited institution, the ones that need somebody's attention first. */
export function FormsTable({ surveyId, forms }: FormsTableProps) {
  const { t } = useTranslation('institution')
  const columns: readonly Column<ShownForm>[] = [
    {
      key: 'name',
      header: t('forms.column.institution'),
      isRowHeader: true,
      cell: ({ id, institution }) => <Link to={institutionFormsPath(surveyId, id)}>{institution.name}</Link>,
    },
    {
      key: 'status',
      header: t('forms.column.status'),
      cell: ({ status }) => <FormStatusTag status={status} />,
    },
    {
      key: 'dueOn',
      header: t('forms.column.dueOn'),
      cell: ({ dueOn, urgency }) => (
        <>
          {formatDay(dueOn)}
          {(urgency === 'LATE' || urgency === 'SOON') && (
            <strong className="institution-urgency">{t(`urgency.${urgency}`)}</strong>
          )}
        </>
      ),
    },
    {
      key: 'reminded',
      header: t('forms.column.reminded'),
      cell: ({ remindedOn }) => (remindedOn === null ? t('forms.never') : formatDay(remindedOn)),
    },
  ]
  return <DataTable caption={t('forms.caption')} columns={columns} rows={forms} rowKey={({ id }) => id} />
}
