import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { graphql } from '../../gql/index.ts'
import type { UpdateMaterialsInput } from '../../gql/graphql.ts'
import { problemsOf, type FormProblem } from '../../ui/form-problems.ts'

const UpdateMaterialsMutation = graphql(`
  mutation UpdateMaterials($input: UpdateMaterialsInput!) {
    updateMaterials(input: $input) {
      __typename
      ... on Survey {
        id
        invitationReason
        sheetReturn
        embedHosts
      }
      ... on InvalidInputError {
        message
        problems {
          path
          message
        }
      }
    }
  }
`)

interface SavingMaterials {
  readonly problems: readonly FormProblem[]
  readonly isSaving: boolean
  readonly isSaved: boolean
  readonly save: (input: UpdateMaterialsInput) => Promise<void>
}

/** Saves what the organiser settled about inviting; refusals come back as problems of the form. */
export function useSaveMaterials(): SavingMaterials {
  const { t } = useTranslation('materials')
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const [isSaved, setSaved] = useState(false)
  const [update, { loading }] = useMutation(UpdateMaterialsMutation)
  const save = async (input: UpdateMaterialsInput) => {
    setSaved(false)
    const { data, error } = await update({ variables: { input } })
    const result = data?.updateMaterials
    const refusal = result?.__typename === 'InvalidInputError' ? result : null
    if (refusal) setProblems(problemsOf(refusal))
    else setProblems(result ? [] : [{ message: error?.message ?? t('failed') }])
    setSaved(result?.__typename === 'Survey')
  }
  return { problems, isSaving: loading, isSaved, save }
}
