import { useEffect } from 'preact/hooks'
import { explain, type Form } from '@rozeznanie/core/questionnaire'
import { announce } from '../announce.ts'
import type { PageItem } from '../page-item.ts'
import { previewTexts as texts } from './preview-texts.ts'
import { Reasons } from './Reasons.tsx'

interface WhyProps {
  readonly form: Form
  readonly item: PageItem
}

/** „Dlaczego widzę to pytanie?” under a question that something decides about. */
export function Why({ form, item }: WhyProps) {
  const reasons = explain(form, item.path)?.because ?? []
  if (reasons.length === 0) return null
  return (
    <details class="why" lang="pl">
      <summary>{texts.why}</summary>
      <Reasons reasons={reasons} />
    </details>
  )
}

interface HiddenProps {
  readonly form: Form
  readonly questionKey: string
  onClose(): void
}

/** Why a question that the author looks for is not on the screen. */
export function Hidden({ form, questionKey, onClose }: HiddenProps) {
  useEffect(() => announce(texts.hiddenTitle), [questionKey])
  const question = form.compiled.questions.get(questionKey)?.question
  if (!question) return null
  const isCalculated = question.type === 'CALCULATED'
  const reasons = explain(form, questionKey)?.because.filter(({ holds }) => !holds) ?? []
  const name = question.text.trim() || question.key
  return (
    <aside class="hidden-question" aria-labelledby="ukryte" lang="pl">
      <h2 id="ukryte">{texts.hiddenTitle}</h2>
      <p>{isCalculated ? texts.calculated(name) : texts.hiddenLead(name)}</p>
      {reasons.length > 0 ? <Reasons reasons={reasons} /> : !isCalculated && <p>{texts.noReason}</p>}
      <button type="button" class="quiet" onClick={onClose}>
        {texts.close}
      </button>
    </aside>
  )
}
