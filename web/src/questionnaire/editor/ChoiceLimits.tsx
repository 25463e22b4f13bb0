import type { MultiQuestion, RankQuestion } from '@rozeznanie/core/questionnaire'
import { questionField } from './element-ids.ts'
import { NumberField } from './NumberField.tsx'
import { useChange, useEditor } from './use-editor.ts'
import { withPart } from './with-part.ts'

/** How many answers may be chosen, or have to be. */
export function ChoiceLimits({ question }: { readonly question: MultiQuestion | RankQuestion }) {
  const { t } = useEditor()
  const { key } = question
  const change = useChange(key)
  if (question.type === 'RANK') {
    return (
      <NumberField
        name={questionField(key, 'top')}
        label={t('form.top')}
        hint={t('form.topHint')}
        isWhole
        value={question.top}
        onChange={(value) =>
          change((one) => (one.type === 'RANK' ? { ...one, top: Math.max(1, value ?? 1) } : one), 'top')
        }
      />
    )
  }
  const set = (part: 'minChoices' | 'maxChoices') => (value: number | undefined) =>
    change((one) => (one.type === 'MULTI' ? withPart(one, part, value || undefined) : one), part)
  return (
    <div className="field-row">
      <NumberField
        name={questionField(key, 'minChoices')}
        label={t('form.minChoices')}
        isWhole
        value={question.minChoices}
        onChange={set('minChoices')}
      />
      <NumberField
        name={questionField(key, 'maxChoices')}
        label={t('form.maxChoices')}
        isWhole
        value={question.maxChoices}
        onChange={set('maxChoices')}
      />
    </div>
  )
}
