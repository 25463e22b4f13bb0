import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { graphql } from '../gql/index.ts'
import { addDays, dayOf } from '../i18n/format.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { CheckboxField } from '../ui/CheckboxField.tsx'
import { CheckboxGroupField } from '../ui/CheckboxGroupField.tsx'
import { DateField } from '../ui/DateField.tsx'
import { errorOf, type FormProblem, problemsOf } from '../ui/form-problems.ts'
import { Form } from '../ui/Form.tsx'
import { AddInstitutions } from './AddInstitutions.tsx'

const Invite = graphql(`
  mutation InviteInstitutions($input: InviteInstitutionsInput!) {
    inviteInstitutions(input: $input) {
      __typename
      ... on InvalidInputError {
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

const SUGGESTED_DAYS = 21

interface InviteCardProps {
  readonly survey: {
    readonly id: string
    readonly closesOn: string
    readonly organisation: { readonly id: string }
  }
  readonly institutions: readonly {
    readonly id: string
    readonly name: string
    readonly isRetired: boolean
  }[]
  readonly invitedIds: readonly string[]
  readonly onDone: () => Promise<void>
}

const suggestedDay = (closesOn: string): string => {
  const day = addDays(dayOf(new Date()), SUGGESTED_DAYS)
  return day < closesOn ? day : closesOn
}

/** Gives forms to institutions that have none yet; all are chosen until somebody takes one out. */
export function InviteCard({ survey, institutions, invitedIds, onDone }: InviteCardProps) {
  const { t } = useTranslation('institution')
  const [left, setLeft] = useState<readonly string[]>([])
  const [dueOn, setDueOn] = useState(() => suggestedDay(survey.closesOn))
  const [isPrefilled, setPrefilled] = useState(true)
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const [invite, { loading }] = useMutation(Invite)
  const asked = institutions.filter(({ id, isRetired }) => !isRetired && !invitedIds.includes(id))
  const chosen = asked.map(({ id }) => id).filter((id) => !left.includes(id))
  const submit = async () => {
    const input = { surveyId: survey.id, institutionIds: [...chosen], dueOn, isPrefilled }
    const { data, error } = await invite({ variables: { input } })
    const result = data?.inviteInstitutions
    if (result?.__typename !== 'Survey') {
      return setProblems(problemsOf(result ?? { message: error?.message ?? t('failed') }))
    }
    setProblems([])
    await onDone()
  }
  return (
    <Card title={t('invite.title')}>
      <p>{t('invite.lead')}</p>
      {asked.length > 0 && (
        <Form
          label={t('invite.title')}
          problems={problems}
          names={['institutionIds', 'dueOn']}
          onSubmit={() => void submit()}
          actions={
            <Button type="submit" isBusy={loading}>
              {t('invite.submit', { count: chosen.length })}
            </Button>
          }
        >
          <CheckboxGroupField
            name="institutionIds"
            label={t('invite.institutions')}
            values={chosen}
            choices={asked.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(values) => setLeft(asked.map(({ id }) => id).filter((id) => !values.includes(id)))}
            error={errorOf(problems, 'institutionIds')}
          />
          <DateField
            name="dueOn"
            label={t('invite.dueOn')}
            hint={t('invite.dueOnHint')}
            value={dueOn}
            onChange={setDueOn}
            error={errorOf(problems, 'dueOn')}
          />
          <CheckboxField
            name="isPrefilled"
            label={t('invite.prefilled')}
            hint={t('invite.prefilledHint')}
            isChecked={isPrefilled}
            onChange={setPrefilled}
          />
        </Form>
      )}
      <AddInstitutions organisationId={survey.organisation.id} isOpen={asked.length === 0} onDone={onDone} />
    </Card>
  )
}
