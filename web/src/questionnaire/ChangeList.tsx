import { useTranslation } from 'react-i18next'
import type { ChangeWeight } from '../gql/graphql.ts'
import { StatusTag } from '../ui/StatusTag.tsx'
import { TONE_OF_WEIGHT } from './weights.ts'

interface ChangeListProps {
  readonly changes: readonly {
    readonly weight: ChangeWeight
    readonly message: string
    /** Text of the question it is about, where the sentence does not say it. */
    readonly subject?: string | undefined
  }[]
}

/** Changes as sentences, each with what it means for answers. */
export function ChangeList({ changes }: ChangeListProps) {
  const { t } = useTranslation('questionnaire')
  return (
    <ul className="change-list">
      {changes.map(({ weight, message, subject }, index) => (
        <li key={`${index} ${message}`}>
          <StatusTag tone={TONE_OF_WEIGHT[weight]}>{t(`weight.${weight}`)}</StatusTag>
          <span>
            {subject && <strong className="change-list__subject">{subject} </strong>}
            {message}
          </span>
        </li>
      ))}
    </ul>
  )
}
