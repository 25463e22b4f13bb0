import { useTranslation } from 'react-i18next'
import type { ChangeWeight } from '../gql/graphql.ts'
import { StatusTag } from '../ui/StatusTag.tsx'
import { TONE_OF_WEIGHT } from './weights.ts'

interface ChangeListProps {
  readonly changes: readonly { readonly weight: ChangeWeight; readonly message: string }[]
}

/** Changes as sentences, each with what it means for answers. */
export function ChangeList({ changes }: ChangeListProps) {
  const { t } = useTranslation('questionnaire')
  return (
    <ul className="change-list">
      {changes.map(({ weight, message }, index) => (
        <li key={`${index} ${message}`}>
          <StatusTag tone={TONE_OF_WEIGHT[weight]}>{t(`weight.${weight}`)}</StatusTag>
          <span>{message}</span>
        </li>
      ))}
    </ul>
  )
}
