import type { Audience } from '@rozeznanie/core/questionnaire'
import { useTranslation } from 'react-i18next'
import { RadioGroupField } from '../../ui/RadioGroupField.tsx'
import { SelectField } from '../../ui/SelectField.tsx'

/** What a questionnaire can begin with: a published version. */
export interface StartingPoint {
  /** Of the version. */
  readonly id: string
  readonly key: string
  readonly title: string
  readonly number: number
  readonly audience: Audience
  readonly isOwn: boolean
}

interface StartFieldsProps {
  readonly start: string
  readonly sourceId: string
  readonly sources: readonly StartingPoint[]
  readonly error: string | undefined
  readonly onStart: (start: string) => void
  readonly onSource: (id: string) => void
}

/** From nothing, or from a questionnaire that is there. */
export function StartFields({ start, sourceId, sources, error, onStart, onSource }: StartFieldsProps) {
  const { t } = useTranslation('create')
  return (
    <>
      <RadioGroupField
        name="start"
        label={t('start')}
        choices={[
          { value: 'empty', label: t('startEmpty'), hint: t('startEmptyHint') },
          { value: 'copy', label: t('startCopy'), hint: t('startCopyHint') },
        ]}
        value={start}
        onChange={onStart}
      />
      {start === 'copy' && (
        <SelectField
          name="copyOfVersionId"
          label={t('source')}
          emptyLabel={t('choose')}
          choices={sources.map(({ id, title, number, isOwn }) => ({
            value: id,
            label: t(isOwn ? 'own' : 'ready', { title, number }),
          }))}
          value={sourceId}
          onChange={onSource}
          error={error}
        />
      )}
    </>
  )
}
