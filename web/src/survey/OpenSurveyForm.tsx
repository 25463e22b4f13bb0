import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { graphql } from '../gql/index.ts'
import type { OpenSurveyInput } from '../gql/graphql.ts'
import { dayOf } from '../i18n/format.ts'
import { Button } from '../ui/Button.tsx'
import { Form } from '../ui/Form.tsx'
import { type FormProblem, problemsOf } from '../ui/form-problems.ts'
import { LinkButton } from '../ui/LinkButton.tsx'
import { FormPart } from './FormPart.tsx'
import { ClauseFields, DateFields, ReferenceField, SampleFields, SubjectFields } from './OpenSurveyFields.tsx'
import { repeatedDraft, type RepeatedSurvey } from './repeat-survey.ts'
import { draftProblems, emptyDraft, fillDraft, type SurveyChoices, type SurveyDraft } from './survey-draft.ts'
import { surveysPath, surveyPath } from './survey.paths.ts'
import { useRepeating } from './use-repeating.ts'

export const OpenSurvey = graphql(`
  mutation OpenSurvey($input: OpenSurveyInput!) {
    openSurvey(input: $input) {
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

/** Names of the fields in the order of the page. */
const FIELDS = [
  'questionnaireVersionId',
  'organisationId',
  'municipalityCode',
  'title',
  'referenceOn',
  'opensOn',
  'closesOn',
  'graceDays',
  'sampleType',
  'contactPhone',
  'informationClause',
] as const satisfies readonly (keyof OpenSurveyInput)[]

interface OpenSurveyFormProps {
  readonly choices: SurveyChoices
  readonly questionnaireKey: string | undefined
  /** An earlier survey that is asked again. */
  readonly repeated?: RepeatedSurvey | null
}

export function OpenSurveyForm({ choices, questionnaireKey, repeated = null }: OpenSurveyFormProps) {
  const { t } = useTranslation('survey')
  const navigate = useNavigate()
  const [draft, setDraft] = useState(() =>
    repeated ? repeatedDraft(repeated, choices.versions, dayOf(new Date())) : emptyDraft(dayOf(new Date())),
  )
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const [open, { loading }] = useMutation(OpenSurvey, {
    update: (cache) => void cache.evict({ id: 'ROOT_QUERY', fieldName: 'surveys' }),
  })
  const input = fillDraft(draft, choices, questionnaireKey)
  const repeat = useRepeating(repeated, input.municipalityCode)
  const change = (part: Partial<SurveyDraft>) => setDraft((before) => ({ ...before, ...part }))

  const submit = async () => {
    const found = draftProblems(input, choices)
    if (found.length > 0) return setProblems(found)
    const { data, error } = await open({ variables: { input } })
    const result = data?.openSurvey
    if (result?.__typename === 'Survey') {
      await repeat(result.id)
      return navigate(surveyPath(result.id), { state: 'opened' })
    }
    setProblems(problemsOf(result ?? { message: error?.message ?? t('failed') }))
  }
  const fields = { choices, input, problems, change }

  return (
    <Form
      label={t('open.title')}
      problems={problems}
      names={FIELDS}
      onSubmit={() => void submit()}
      actions={
        <>
          <Button type="submit" isBusy={loading}>
            {t('open.submit')}
          </Button>
          <LinkButton to={surveysPath()} look="quiet">
            {t('open.leave')}
          </LinkButton>
        </>
      }
    >
      <FormPart number={1} title={t('open.part.subject')}>
        <SubjectFields {...fields} />
        <ReferenceField {...fields} />
      </FormPart>
      <FormPart number={2} title={t('open.part.dates')}>
        <DateFields {...fields} />
      </FormPart>
      {!input.referenceOn && (
        <FormPart number={3} title={t('open.part.sample')}>
          <SampleFields {...fields} />
        </FormPart>
      )}
      <FormPart number={input.referenceOn ? 3 : 4} title={t('open.part.clause')}>
        <ClauseFields {...fields} isOwnClause={draft.informationClause !== null} />
      </FormPart>
    </Form>
  )
}
