import { useMutation } from '@apollo/client/react'
import { ORGANISATION_KINDS } from '@rozeznanie/core/account'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { graphql } from '../gql/index.ts'
import { Button } from '../ui/Button.tsx'
import { Form } from '../ui/Form.tsx'
import { type FormProblem, errorOf, problemsOf } from '../ui/form-problems.ts'
import { SelectField } from '../ui/SelectField.tsx'
import { type OrganisationDraft, OrganisationFields } from './OrganisationFields.tsx'
import { organisationPath } from './organisation.paths.ts'

const CreateOrganisationMutation = graphql(`
  mutation CreateOrganisation($input: CreateOrganisationInput!) {
    createOrganisation(input: $input) {
      __typename
      ... on Organisation {
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

const EMPTY: OrganisationDraft = { name: '', phone: '', municipalities: [] }

export function CreateOrganisation() {
  const { t } = useTranslation('organisation')
  const navigate = useNavigate()
  const [kind, setKind] = useState<(typeof ORGANISATION_KINDS)[number]>('CUS')
  const [draft, setDraft] = useState(EMPTY)
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const [create, { loading }] = useMutation(CreateOrganisationMutation, {
    update: (cache) => void cache.evict({ id: 'ROOT_QUERY', fieldName: 'organisations' }),
  })
  const submit = async () => {
    const { name, phone, municipalities } = draft
    const municipalityCodes = municipalities.map(({ code }) => code)
    const { data, error } = await create({ variables: { input: { kind, name, phone, municipalityCodes } } })
    const result = data?.createOrganisation
    if (result?.__typename === 'Organisation') return navigate(organisationPath(result.id))
    setProblems(problemsOf(result ?? { message: error?.message ?? t('failed') }))
  }
  return (
    <Form
      label={t('create.title')}
      problems={problems}
      names={['kind', 'name', 'phone', 'municipalityCodes']}
      onSubmit={() => void submit()}
      actions={
        <Button type="submit" isBusy={loading}>
          {t('create.submit')}
        </Button>
      }
    >
      <SelectField
        name="kind"
        label={t('columns.kind')}
        choices={ORGANISATION_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
        value={kind}
        onChange={(value) => setKind(ORGANISATION_KINDS.find((candidate) => candidate === value) ?? 'CUS')}
        error={errorOf(problems, 'kind')}
      />
      <OrganisationFields
        draft={draft}
        problems={problems}
        onChange={(change) => setDraft((before) => ({ ...before, ...change }))}
      />
    </Form>
  )
}
