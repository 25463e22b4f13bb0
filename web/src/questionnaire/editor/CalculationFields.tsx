import type { CalculatedQuestion } from '@rozeznanie/core/questionnaire'
import { useDeferredValue } from 'react'
import { RuleEditor } from '../conditions/RuleEditor.tsx'
import { useQuestionnaire } from '../draft/use-draft.ts'
import { PartProblems } from './PartProblems.tsx'
import { useChange, useEditor } from './use-editor.ts'

/** What a value is worked out from. */
export function CalculationFields({ question }: { readonly question: CalculatedQuestion }) {
  const { store, t } = useEditor()
  const { key, expression } = question
  const change = useChange(key)
  const questionnaire = useDeferredValue(useQuestionnaire(store))
  return (
    <section className="rule-block">
      <h5>{t('form.calculation')}</h5>
      <RuleEditor
        questionnaire={questionnaire}
        place={{ questionKey: key, kind: 'expression' }}
        value={expression}
        onChange={(text) =>
          change(
            (one) => (one.type === 'CALCULATED' ? { ...one, expression: text ?? '0' } : one),
            'expression',
          )
        }
      />
      <PartProblems target={`question:${key}`} only={['expression']} />
    </section>
  )
}
