import type { Constraint, Questionnaire } from '@rozeznanie/core/questionnaire'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import type { Choice } from '../../ui/SelectField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { InsertAnswer } from './InsertAnswer.tsx'
import { RuleEditor } from './RuleEditor.tsx'

interface ConstraintsEditorProps {
  readonly questionnaire: Questionnaire
  readonly questionKey: string
  readonly constraints: readonly Constraint[]
  readonly onChange: (constraints: readonly Constraint[]) => void
  readonly localities?: readonly Choice[]
}

/** What an answer must be to be right, and what a respondent reads otherwise. */
export function ConstraintsEditor(props: ConstraintsEditorProps) {
  const { questionnaire, questionKey, constraints, onChange, localities } = props
  const { t } = useTranslation('conditions')
  // one that says nothing yet is kept here: the questionnaire gets it once it does
  const [isStarted, setStarted] = useState(false)
  const shown: readonly Constraint[] =
    isStarted || constraints.length === 0 ? [...constraints, { expression: '', message: '' }] : constraints
  const change = (at: number, part: Partial<Constraint>) => {
    const before = constraints[at] ?? { expression: '', message: t('constraint.message') }
    const next = { ...before, ...part }
    if (at >= constraints.length) setStarted(false)
    onChange(
      at < constraints.length
        ? constraints.map((one, index) => (index === at ? next : one))
        : [...constraints, next],
    )
  }
  const remove = (at: number) => onChange(constraints.filter((_, index) => index !== at))
  return (
    <div className="stack-tight">
      {shown.map(({ expression, message }, index) => {
        const name = `constraint.${questionKey}.${index}.message`
        return (
          <div className="constraint" key={index}>
            <RuleEditor
              place={{ kind: 'constraint', questionKey, index }}
              value={expression === '' ? undefined : expression}
              onRemove={index < constraints.length ? () => remove(index) : undefined}
              {...{ questionnaire, message, localities }}
              onChange={(text) => change(index, { expression: text ?? '' })}
            />
            {index < constraints.length && (
              <>
                <TextField
                  name={name}
                  label={t('constraint.label')}
                  hint={t('constraint.hint')}
                  error={message.trim() === '' ? t('constraint.missing') : undefined}
                  value={message}
                  onChange={(text) => change(index, { message: text })}
                />
                <InsertAnswer
                  place={{ kind: 'text', questionKey }}
                  fieldName={name}
                  value={message}
                  {...{ questionnaire }}
                  onChange={(text) => change(index, { message: text })}
                />
              </>
            )}
          </div>
        )
      })}
      {shown.length === constraints.length && (
        <div>
          <Button look="secondary" onClick={() => setStarted(true)}>
            {t('constraint.add')}
          </Button>
        </div>
      )}
    </div>
  )
}
