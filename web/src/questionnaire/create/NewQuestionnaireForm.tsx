import { useMutation } from '@apollo/client/react'
import { AUDIENCES, type Audience } from '@rozeznanie/core/questionnaire'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { graphql } from '../../gql/index.ts'
import { Button } from '../../ui/Button.tsx'
import { Form } from '../../ui/Form.tsx'
import { errorOf, type FormProblem, problemsOf } from '../../ui/form-problems.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { editorPath, LIBRARY_PATH } from '../questionnaire.paths.ts'
import { StartFields, type StartingPoint } from './StartFields.tsx'

export const CreateQuestionnaire = graphql(`
  mutation CreateQuestionnaire($input: CreateQuestionnaireInput!) {
    createQuestionnaire(input: $input) {
      __typename
      ... on Questionnaire {
        id
        key
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

interface NewQuestionnaireFormProps {
  readonly organisations: readonly { readonly id: string; readonly name: string }[]
  readonly sources: readonly StartingPoint[]
  readonly sourceKey: string | null
}

const FIELDS = ['start', 'copyOfVersionId', 'title', 'audience', 'organisationId']

export function NewQuestionnaireForm({ organisations, sources, sourceKey }: NewQuestionnaireFormProps) {
  const { t } = useTranslation('create')
  const navigate = useNavigate()
  const asked = sources.find(({ key }) => key === sourceKey)
  const [start, setStart] = useState(asked ? 'copy' : 'empty')
  const [sourceId, setSourceId] = useState(asked?.id ?? '')
  const [title, setTitle] = useState('')
  const [ownAudience, setAudience] = useState<Audience | null>(null)
  const [organisationId, setOrganisation] = useState(organisations[0]?.id ?? '')
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const [create, { loading }] = useMutation(CreateQuestionnaire, {
    update: (cache) => void cache.evict({ id: 'ROOT_QUERY', fieldName: 'questionnaires' }),
  })
  const source = start === 'copy' ? sources.find(({ id }) => id === sourceId) : undefined
  const audience = ownAudience ?? source?.audience ?? 'RESIDENT'

  const submit = async () => {
    const found: FormProblem[] = [
      ...(start === 'copy' && !source ? [{ name: 'copyOfVersionId', message: t('noSource') }] : []),
      ...(title.trim() === '' ? [{ name: 'title', message: t('noTitle') }] : []),
    ]
    if (found.length > 0) return setProblems(found)
    const input = { organisationId, title: title.trim(), audience, copyOfVersionId: source?.id ?? null }
    const { data, error } = await create({ variables: { input } })
    const result = data?.createQuestionnaire
    if (result?.__typename === 'Questionnaire') return navigate(editorPath(result.key))
    setProblems(problemsOf(result ?? { message: error?.message ?? t('failed') }))
  }

  return (
    <Form
      label={t('title')}
      problems={problems}
      names={FIELDS}
      onSubmit={() => void submit()}
      actions={
        <>
          <Button type="submit" isBusy={loading}>
            {t('submit')}
          </Button>
          <LinkButton to={LIBRARY_PATH} look="quiet">
            {t('cancel')}
          </LinkButton>
        </>
      }
    >
      <StartFields
        {...{ start, sourceId, sources }}
        error={errorOf(problems, 'copyOfVersionId')}
        onStart={setStart}
        onSource={setSourceId}
      />
      <TextField
        name="title"
        label={t('name')}
        hint={t('nameHint')}
        value={title}
        onChange={setTitle}
        error={errorOf(problems, 'title')}
      />
      <SelectField
        name="audience"
        label={t('audience')}
        choices={AUDIENCES.map((value) => ({ value, label: t(`audiences.${value}`) }))}
        value={audience}
        onChange={(value) => setAudience(AUDIENCES.find((one) => one === value) ?? null)}
        error={errorOf(problems, 'audience')}
      />
      {organisations.length > 1 && (
        <SelectField
          name="organisationId"
          label={t('organisation')}
          choices={organisations.map(({ id, name }) => ({ value: id, label: name }))}
          value={organisationId}
          onChange={setOrganisation}
          error={errorOf(problems, 'organisationId')}
        />
      )}
    </Form>
  )
}
