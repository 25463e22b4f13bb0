import { hasOptions, isMatrix, type Question } from '@rozeznanie/core/questionnaire'
import { useDeferredValue, type ReactNode } from 'react'
import { fieldId } from '../../ui/field-ids.ts'
import { ConstraintsEditor } from '../conditions/ConstraintsEditor.tsx'
import { RuleEditor } from '../conditions/RuleEditor.tsx'
import { useQuestionnaire } from '../draft/use-draft.ts'
import { questionField } from './element-ids.ts'
import { Fold } from './Fold.tsx'
import { PartProblems } from './PartProblems.tsx'
import { useChange, useEditor } from './use-editor.ts'
import { withPart } from './with-part.ts'

const RULES = ['visibleIf', 'requiredIf', 'rowVisibleIf', 'optionFilter', 'constraint'] as const
type RuleName = 'visibleIf' | 'requiredIf' | 'rowVisibleIf' | 'optionFilter'

function setCount(question: Question): number {
  return RULES.filter((name) => name in question && Reflect.get(question, name) !== undefined).length
}

/** When the question is shown or required, and which answers are right; as sentences. */
export function RulesFold({ question }: { readonly question: Question }) {
  const { t } = useEditor()
  const count = setCount(question)
  return (
    <>
      <PartProblems target={`question:${question.key}`} only={RULES} />
      <Fold
        id={fieldId(questionField(question.key, 'rules'))}
        title={t('rules.title')}
        note={count === 0 ? t('rules.none') : t('rules.count', { count })}
      >
        <Rules question={question} />
      </Fold>
    </>
  )
}

function Rules({ question }: { readonly question: Question }) {
  const { store, t } = useEditor()
  const { key, type } = question
  const change = useChange(key)
  // The pickers may lag behind typing: they know all questions.
  const questionnaire = useDeferredValue(useQuestionnaire(store))
  const isAsked = type !== 'INFO' && type !== 'CALCULATED'
  const editorOf = (kind: RuleName, value: string | undefined) => (
    <RuleEditor
      questionnaire={questionnaire}
      place={{ questionKey: key, kind }}
      value={value}
      onChange={(text) =>
        change(
          (one) => withPart<Partial<Record<RuleName, string>> & Question, RuleName>(one, kind, text),
          kind,
        )
      }
    />
  )
  return (
    <div className="stack">
      <Rule title={t('rules.visibleIf')}>{editorOf('visibleIf', question.visibleIf)}</Rule>
      {isMatrix(question) && (
        <Rule title={t('rules.rowVisibleIf')}>{editorOf('rowVisibleIf', question.rowVisibleIf)}</Rule>
      )}
      {hasOptions(question) && !question.core && (
        <Rule title={t('rules.optionFilter')}>{editorOf('optionFilter', question.optionFilter)}</Rule>
      )}
      {isAsked && <Rule title={t('rules.requiredIf')}>{editorOf('requiredIf', question.requiredIf)}</Rule>}
      {isAsked && (
        <Rule title={t('rules.constraint')}>
          <ConstraintsEditor
            questionnaire={questionnaire}
            questionKey={key}
            constraints={question.constraint ?? []}
            onChange={(constraint) => change((one) => withPart(one, 'constraint', constraint), 'constraint')}
          />
        </Rule>
      )}
    </div>
  )
}

function Rule({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="rule-block">
      <h5>{title}</h5>
      {children}
    </section>
  )
}
