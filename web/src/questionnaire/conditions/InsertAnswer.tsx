import { expressionsInText, type Questionnaire } from '@rozeznanie/core/questionnaire'
import { speakableQuestions, type RulePlace } from '@rozeznanie/core/questionnaire/editing'
import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { ComboboxField } from '../../ui/ComboboxField.tsx'
import { fieldId } from '../../ui/field-ids.ts'
import type { ComboboxChoice } from '../../ui/use-combobox.ts'
import './conditions.css'
import { insertedText } from './insert-text.ts'
import { usePlacedRule } from './rule-context.ts'
import { plainProblems, wordsOfRule } from './rule-words.ts'

interface InsertAnswerProps {
  readonly questionnaire: Questionnaire
  /** Whose text it is; its kind is `text`. */
  readonly place: RulePlace
  /** Name of the text field, which gets the focus back. */
  readonly fieldName: string
  readonly value: string
  readonly onChange: (text: string) => void
}

type Placed = NonNullable<ReturnType<typeof usePlacedRule>>

/** Answers that can stand in a text: rows of a table one by one. */
function answerChoices({ book, rule }: Placed, t: TFunction<'conditions'>): readonly ComboboxChoice[] {
  return speakableQuestions(book, rule).flatMap(({ question, section, type }): readonly ComboboxChoice[] => {
    const label = question.text.trim() || t('picker.unnamed')
    const group = section.title
    if (type.type === 'roster') return []
    if (type.type !== 'matrix') return [{ value: question.key, label, hint: t(`type.${type.type}`), group }]
    return type.rows.map((row) => ({ value: `${question.key}.${row.code}`, label, hint: row.label, group }))
  })
}

/** „Wstaw odpowiedź”: puts an earlier answer into a text, and says which answers the text holds. */
export function InsertAnswer({ questionnaire, place, fieldName, value, onChange }: InsertAnswerProps) {
  const { t } = useTranslation('conditions')
  const [isOpen, setOpen] = useState(false)
  const placed = usePlacedRule(questionnaire, place)
  if (placed === null) return null
  const insert = (key: string) => {
    const field = document.getElementById(fieldId(fieldName))
    const isText = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement
    const start = (isText ? field.selectionStart : null) ?? value.length
    const end = (isText ? field.selectionEnd : null) ?? start
    const { text, caret } = insertedText(value, [start, end], `{${key}}`)
    setOpen(false)
    onChange(text)
    if (!isText) return
    field.focus()
    // after the new text is in the field, or the caret would jump to its end
    setTimeout(() => field.setSelectionRange(caret, caret), 0)
  }
  return (
    <div className="insert-answer">
      <HeldAnswers questionnaire={questionnaire} placed={placed} value={value} />
      {isOpen ? (
        <div className="insert-answer__picker">
          <ComboboxField
            name={`${fieldName}.insert`}
            label={t('insert.which')}
            hint={t('insert.hint')}
            placeholder={t('picker.placeholder')}
            value=""
            choices={answerChoices(placed, t)}
            takesFocus
            onChange={insert}
          />
          <Button look="quiet" onClick={() => setOpen(false)}>
            {t('insert.cancel')}
          </Button>
        </div>
      ) : (
        <Button look="quiet" onClick={() => setOpen(true)}>
          {t('insert.open')}
        </Button>
      )}
    </div>
  )
}

interface HeldAnswersProps {
  readonly questionnaire: Questionnaire
  readonly placed: Placed
  readonly value: string
}

/** What stands in braces in the text, by the names of the questions. */
function HeldAnswers({ questionnaire, placed: { book, rule }, value }: HeldAnswersProps) {
  const { t } = useTranslation('conditions')
  const held = [...new Set(expressionsInText(value))]
  if (held.length === 0) return null
  return (
    <ul className="insert-answer__held" aria-label={t('insert.held')}>
      {held.map((text) => (
        <li key={text}>
          <code>{`{${text}}`}</code> – {wordsOfRule(questionnaire, 'text', text, rule.question)}
          {plainProblems(book, rule, text).map((problem) => (
            <strong key={problem} className="insert-answer__problem">
              {problem}
            </strong>
          ))}
        </li>
      ))}
    </ul>
  )
}
