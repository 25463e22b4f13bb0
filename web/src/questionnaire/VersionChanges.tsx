import { useQuery } from '@apollo/client/react'
import { parseQuestionnaire } from '@rozeznanie/core/questionnaire'
import { useTranslation } from 'react-i18next'
import { graphql } from '../gql/index.ts'
import { ChangeList } from './ChangeList.tsx'
import { subjectOfChange } from './change-subject.ts'

const VersionChangesQuery = graphql(`
  query VersionChanges($key: String!) {
    questionnaire(key: $key) {
      id
      versions {
        id
        number
        document
        changes {
          weight
          questionKey
          message
        }
      }
    }
  }
`)

interface VersionChangesProps {
  readonly questionnaireKey: string
  readonly number: number
}

/** What a version changed in the one before it. */
export function VersionChanges({ questionnaireKey, number }: VersionChangesProps) {
  const { t } = useTranslation('questionnaire')
  const { data, error } = useQuery(VersionChangesQuery, { variables: { key: questionnaireKey } })
  const versions = data?.questionnaire?.versions ?? []
  const own = versions.find((version) => version.number === number)
  if (error) return <p role="status">{error.message}</p>
  if (!own) return <p role="status">{t('loading', { ns: 'ui' })}</p>
  const documents = versions
    .filter((version) => version.number === number || version.number === number - 1)
    .map(({ document }) => parseQuestionnaire(document))
  const told = own.changes.map((change) => ({ ...change, subject: subjectOfChange(change, ...documents) }))
  return <ChangeList changes={told} />
}
