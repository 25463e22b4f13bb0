import type { LocalityKind } from '@rozeznanie/core/municipality'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { TextAreaField } from '../ui/TextAreaField.tsx'
import { localityKind } from './locality-rows.ts'

interface PasteLocalitiesProps {
  readonly kinds: readonly LocalityKind[]
  /** Puts the lines on the list and answers how many were new. */
  readonly onPaste: (text: string, kind: LocalityKind) => number
}

export function PasteLocalities({ kinds, onPaste }: PasteLocalitiesProps) {
  const { t } = useTranslation('municipality')
  const [text, setText] = useState('')
  const [kind, setKind] = useState<LocalityKind>('SOLECTWO')
  const [addedCount, setAddedCount] = useState<number | null>(null)
  return (
    <Disclosure summary={t('paste.title')}>
      <div className="stack">
        <TextAreaField
          name="pasted"
          label={t('paste.text')}
          hint={t('paste.hint')}
          isOptional
          value={text}
          onChange={setText}
        />
        <SelectField
          name="pastedKind"
          label={t('paste.kind')}
          choices={kinds.map((value) => ({ value, label: t(`locality.${value}`) }))}
          value={kind}
          onChange={(value) => setKind(localityKind(value))}
        />
        <div className="row">
          <Button
            look="secondary"
            onClick={() => {
              setAddedCount(onPaste(text, kind))
              setText('')
            }}
          >
            {t('paste.add')}
          </Button>
          <span role="status">{addedCount !== null && t('paste.added', { count: addedCount })}</span>
        </div>
      </div>
    </Disclosure>
  )
}
