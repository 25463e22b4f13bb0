import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { graphql } from '../gql/index.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Form } from '../ui/Form.tsx'
import { errorOf } from '../ui/form-problems.ts'
import { Notice } from '../ui/Notice.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { TextField } from '../ui/TextField.tsx'
import { numberOf } from './targets.ts'
import { useSaving } from './use-saving.ts'
import type { BoardProps } from './WithBoard.tsx'

const AssignInterviewer = graphql(`
  mutation AssignInterviewer($input: AssignInterviewerInput!) {
    assignInterviewer(input: $input) {
      __typename
      ... on Survey {
        id
      }
      ... on InvalidInputError {
        message
        problems {
          path
          message
        }
      }
      ... on Error {
        message
      }
    }
  }
`)

interface AssignCardProps extends Pick<BoardProps, 'survey'> {
  readonly onAssigned: () => void
}

/** Gives the survey, or one locality of it, to somebody of the organisation. */
export function AssignCard({ survey, onAssigned }: AssignCardProps) {
  const { t } = useTranslation('fieldwork')
  const people = survey.organisation.memberships.filter(
    ({ role, account }) => role !== 'REGIONAL_ANALYST' && !account.isDisabled,
  )
  const [accountId, setAccountId] = useState(
    (people.find(({ role }) => role === 'INTERVIEWER') ?? people[0])?.account.id ?? '',
  )
  const [localityId, setLocalityId] = useState('')
  const [target, setTarget] = useState('')
  const saving = useSaving()
  const [assign, { loading }] = useMutation(AssignInterviewer)
  const submit = async () => {
    const input = {
      surveyId: survey.id,
      accountId,
      localityId: localityId === '' ? null : localityId,
      target: numberOf(target),
    }
    const { data, error } = await assign({ variables: { input } })
    if (saving.settle(data?.assignInterviewer, error?.message ?? t('failed'))) onAssigned()
  }
  const places = [
    { value: '', label: t('workload.everywhere') },
    ...survey.municipality.localities.map(({ id, name }) => ({ value: id, label: name })),
  ]
  return (
    <Card title={t('assign.title')}>
      <p className="measure">{t('assign.lead')}</p>
      <Form
        label={t('assign.title')}
        problems={saving.problems}
        names={['accountId', 'localityId', 'target']}
        onSubmit={() => void submit()}
        actions={
          <Button type="submit" isBusy={loading}>
            {t('assign.submit')}
          </Button>
        }
      >
        <SelectField
          name="accountId"
          label={t('assign.who')}
          error={errorOf(saving.problems, 'accountId')}
          value={accountId}
          choices={people.map(({ account }) => ({ value: account.id, label: account.name }))}
          onChange={setAccountId}
        />
        <SelectField
          name="localityId"
          label={t('assign.where')}
          value={localityId}
          choices={places}
          onChange={setLocalityId}
        />
        <TextField
          name="target"
          label={t('assign.target')}
          error={errorOf(saving.problems, 'target')}
          value={target}
          onChange={setTarget}
          isShort
          isOptional
        />
        {saving.isSaved && (
          <Notice tone="success" isAnnounced>
            <p>{t('assign.done')}</p>
          </Notice>
        )}
      </Form>
    </Card>
  )
}
