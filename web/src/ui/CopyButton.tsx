import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import './blocks.css'
import { Button } from './Button.tsx'

interface CopyButtonProps {
  readonly text: string
  readonly children?: string
}

export function CopyButton({ text, children }: CopyButtonProps) {
  const { t } = useTranslation('ui')
  const [outcome, setOutcome] = useState<'copied' | 'copyFailed' | null>(null)
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setOutcome('copied'),
      () => setOutcome('copyFailed'),
    )
  return (
    <span className="copy">
      <Button look="secondary" onClick={() => void copy()}>
        {children ?? t('copy')}
      </Button>
      <span className="copy__status" role="status">
        {outcome && t(outcome)}
      </span>
    </span>
  )
}
