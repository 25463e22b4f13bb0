import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { graphql } from '../gql/index.ts'
import { Button } from '../ui/Button.tsx'
import { CheckboxField } from '../ui/CheckboxField.tsx'
import { Form } from '../ui/Form.tsx'
import { errorOf, type FormProblem, problemsOf } from '../ui/form-problems.ts'
import { Notice } from '../ui/Notice.tsx'
import { TextField } from '../ui/TextField.tsx'
import { StepPage } from './StepPage.tsx'
import type { Plan } from './use-plan.ts'
import { proposedName, recipeOf, type WeightsDraft } from './weights-draft.ts'

const CreateWeightVersion = graphql(`
  mutation CreateWeightVersion($input: CreateWeightVersionInput!) {
    createWeightVersion(input: $input) {
      __typename
      ... on Survey {
        id
        ...WeightVersions
      }
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

interface SaveStepProps {
  readonly surveyId: string
  readonly draft: WeightsDraft
  readonly plan: Plan
  readonly onBack: () => void
  readonly onSaved: (name: string) => void
}

/** A name for the weights, and whether results use them from now on. */
export function SaveStep({ surveyId, draft, plan, onBack, onSaved }: SaveStepProps) {
  const { t } = useTranslation('weighting')
  const [name, setName] = useState(() => proposedName(draft))
  const [isUsual, setIsUsual] = useState(true)
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const [save, { loading }] = useMutation(CreateWeightVersion)
  const submit = async () => {
    if (name.trim() === '') return setProblems([{ name: 'name', message: t('save.noName') }])
    const recipe = recipeOf({ ...draft, name })
    const { data, error } = await save({ variables: { input: { surveyId, recipe, isUsual } } })
    const result = data?.createWeightVersion
    if (result?.__typename === 'Survey') return onSaved(name.trim())
    setProblems(problemsOf({ message: error?.message ?? t('failed'), ...result }))
  }
  return (
    <StepPage step="save" lead={<p className="measure">{t('save.lead')}</p>}>
      <Notice>
        <p>{plan.sentences[0]}</p>
      </Notice>
      <Form
        label={t('save.title')}
        problems={problems}
        names={['name']}
        onSubmit={() => void submit()}
        actions={
          <>
            <Button type="submit" isBusy={loading}>
              {t('save.submit')}
            </Button>
            <Button look="secondary" onClick={onBack}>
              {t('back')}
            </Button>
          </>
        }
      >
        <TextField
          name="name"
          label={t('save.name')}
          hint={t('save.nameHint')}
          error={errorOf(problems, 'name')}
          value={name}
          onChange={setName}
        />
        <CheckboxField
          name="isUsual"
          label={t('save.usual')}
          hint={t('save.usualHint')}
          isChecked={isUsual}
          onChange={setIsUsual}
        />
      </Form>
    </StepPage>
  )
}
