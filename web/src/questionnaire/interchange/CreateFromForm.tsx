import { useMutation } from '@apollo/client/react'
import { AUDIENCES, type Audience, type Questionnaire } from '@rozeznanie/core/questionnaire'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Form } from '../../ui/Form.tsx'
import { errorOf, type FormProblem, problemsOf } from '../../ui/form-problems.ts'
import { SelectField } from '../../ui/SelectField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { CreateQuestionnaire } from '../create/NewQuestionnaireForm.tsx'
import { editorPath } from '../questionnaire.paths.ts'

interface CreateFromFormProps {
  readonly questionnaire: Questionnaire
  readonly organisations: readonly { readonly id: string; readonly name: string }[]
  readonly onAgain: () => void
}

const FIELDS = ['title', 'audience', 'organisationId']

/** The last step of an import: nothing is stored before its button. */
export function CreateFromForm({ questionnaire, organisations, onAgain }: CreateFromFormProps) {
  const { t } = useTranslation('interchange')
  const navigate = useNavigate()
  const [title, setTitle] = useState(questionnaire.title)
  const [audience, setAudience] = useState<Audience>(questionnaire.audience)
  const [organisationId, setOrganisation] = useState(organisations[0]?.id ?? '')
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const [create, { loading }] = useMutation(CreateQuestionnaire, {
    update: (cache) => void cache.evict({ id: 'ROOT_QUERY', fieldName: 'questionnaires' }),
  })
  const submit = async () => {
    if (title.trim() === '') return setProblems([{ name: 'title', message: t('create.noTitle') }])
    const input = { organisationId, title: title.trim(), audience, document: questionnaire }
    const { data, error } = await create({ variables: { input } })
    const result = data?.createQuestionnaire
    if (result?.__typename === 'Questionnaire') return navigate(editorPath(result.key))
    setProblems(problemsOf(result ?? { message: error?.message ?? t('create.failed') }))
  }
  return (
    <Card title={t('create.heading')}>
      <p className="measure">{t('create.text')}</p>
      <Form
        label={t('create.heading')}
        problems={problems}
        names={FIELDS}
        onSubmit={() => void submit()}
        actions={
          <>
            <Button type="submit" isBusy={loading}>
              {t(loading ? 'create.busy' : 'create.submit')}
            </Button>
            <Button look="secondary" onClick={onAgain}>
              {t('broken.again')}
            </Button>
          </>
        }
      >
        <TextField
          name="title"
          label={t('create.name')}
          value={title}
          onChange={setTitle}
          error={errorOf(problems, 'title')}
        />
        <SelectField
          name="audience"
          label={t('create.audience')}
          choices={AUDIENCES.map((value) => ({ value, label: t(`create.audiences.${value}`) }))}
          value={audience}
          onChange={(value) => setAudience(AUDIENCES.find((one) => one === value) ?? audience)}
          error={errorOf(problems, 'audience')}
        />
        {organisations.length > 1 && (
          <SelectField
            name="organisationId"
            label={t('create.organisation')}
            choices={organisations.map(({ id, name }) => ({ value: id, label: name }))}
            value={organisationId}
            onChange={setOrganisation}
            error={errorOf(problems, 'organisationId')}
          />
        )}
      </Form>
    </Card>
  )
}
