import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type FragmentType, graphql, readFragment } from '../gql/index.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Form } from '../ui/Form.tsx'
import { type FormProblem, problemsOf } from '../ui/form-problems.ts'
import { Notice } from '../ui/Notice.tsx'
import { OrganisationFields } from './OrganisationFields.tsx'

export const UpdateOrganisation_organisation = graphql(`
  fragment UpdateOrganisation_organisation on Organisation {
    id
    name
    phone
    municipalities {
      code
      name
    }
  }
`)

const UpdateOrganisationMutation = graphql(`
  mutation UpdateOrganisation($input: UpdateOrganisationInput!) {
    updateOrganisation(input: $input) {
      __typename
      ... on Organisation {
        id
        ...UpdateOrganisation_organisation
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

interface UpdateOrganisationProps {
  readonly organisation: FragmentType<typeof UpdateOrganisation_organisation>
}

export function UpdateOrganisation({ organisation }: UpdateOrganisationProps) {
  const { t } = useTranslation('organisation')
  const { id, ...stored } = readFragment(UpdateOrganisation_organisation, organisation)
  const [draft, setDraft] = useState(stored)
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const [isSaved, setIsSaved] = useState(false)
  const [update, { loading }] = useMutation(UpdateOrganisationMutation)
  const submit = async () => {
    const { name, phone, municipalities } = draft
    const municipalityCodes = municipalities.map(({ code }) => code)
    const { data, error } = await update({
      variables: { input: { organisationId: id, name, phone, municipalityCodes } },
    })
    const result = data?.updateOrganisation
    const isDone = result?.__typename === 'Organisation'
    setIsSaved(isDone)
    setProblems(isDone ? [] : problemsOf(result ?? { message: error?.message ?? t('failed') }))
  }
  return (
    <Card title={t('summary.title')}>
      <Form
        label={t('summary.title')}
        problems={problems}
        names={['name', 'phone', 'municipalityCodes']}
        onSubmit={() => void submit()}
        actions={
          <Button type="submit" isBusy={loading}>
            {t('save')}
          </Button>
        }
      >
        {isSaved && (
          <Notice tone="success" isAnnounced>
            <p>{t('saved')}</p>
          </Notice>
        )}
        <OrganisationFields
          draft={draft}
          problems={problems}
          onChange={(change) => {
            setIsSaved(false)
            setDraft((before) => ({ ...before, ...change }))
          }}
        />
      </Form>
    </Card>
  )
}
