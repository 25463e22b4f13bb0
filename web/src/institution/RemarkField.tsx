import { LONGEST_REMARK } from '@rozeznanie/core/institution'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { TextAreaField } from '../ui/TextAreaField.tsx'
import type { Remarks } from './answer-lines.ts'

interface RemarkFieldProps {
  /** Name of the line; empty: the whole form. */
  readonly id: string
  /** What the remark is about, in words. */
  readonly about: string
  readonly remarks: Remarks
  readonly onChange: (remarks: Remarks) => void
  readonly isOpenAtFirst?: boolean
}

/** A remark that is written only where there is something to say. */
export function RemarkField({ id, about, remarks, onChange, isOpenAtFirst = false }: RemarkFieldProps) {
  const { t } = useTranslation('institution')
  const [isOpen, setOpen] = useState(isOpenAtFirst)
  if (!isOpen) {
    return (
      <Button look="quiet" label={t('answers.addLabel', { about })} onClick={() => setOpen(true)}>
        {t('answers.add')}
      </Button>
    )
  }
  return (
    <TextAreaField
      name={`remark-${id}`}
      label={t('answers.remarkTo', { about })}
      rows={2}
      isOptional
      value={remarks[id] ?? ''}
      onChange={(text) => onChange({ ...remarks, [id]: text.slice(0, LONGEST_REMARK) })}
    />
  )
}
