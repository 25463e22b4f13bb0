import { everyQuestion, type Question, type Questionnaire } from '@rozeznanie/core/questionnaire'
import { useTranslation } from 'react-i18next'
import { CheckboxField } from '../../ui/CheckboxField.tsx'
import { typeInWords } from '../type-in-words.ts'

interface SourceQuestionsProps {
  readonly source: Questionnaire
  readonly into: Questionnaire
  readonly chosen: readonly string[]
  readonly onChoose: (keys: readonly string[]) => void
}

/** The questions of another questionnaire by section, each with a box; a whole section can be ticked at once. */
export function SourceQuestions({ source, into, chosen, onChoose }: SourceQuestionsProps) {
  const { t } = useTranslation('bank')
  const present = new Set(everyQuestion(into).map(({ key }) => key))
  const toggle = (key: string) =>
    onChoose(chosen.includes(key) ? chosen.filter((one) => one !== key) : [...chosen, key])
  const toggleAll = (keys: readonly string[], isChosen: boolean) => {
    const others = chosen.filter((key) => !keys.includes(key))
    onChoose(isChosen ? [...others, ...keys] : others)
  }
  return (
    <>
      {source.sections.map(({ key, title, questions }, index) => {
        const all = questions.map((question) => question.key)
        const fresh = all.filter((one) => !present.has(one))
        const keys = fresh.length > 0 ? fresh : all
        const name = title.trim() || t('untitled')
        return (
          <fieldset key={key} className="field copy-section">
            <legend className="field__label">
              {index + 1}. {name}
            </legend>
            {questions.length > 1 && (
              <CheckboxField
                name={`copy-all-${key}`}
                label={t('copy.wholeSectionNamed', { title: name })}
                isChecked={keys.every((one) => chosen.includes(one))}
                onChange={(isChecked) => toggleAll(keys, isChecked)}
              />
            )}
            <div className="choices">
              {questions.map((question) => (
                <SourceQuestion
                  key={question.key}
                  question={question}
                  isPresent={present.has(question.key)}
                  isChosen={chosen.includes(question.key)}
                  onToggle={() => toggle(question.key)}
                />
              ))}
            </div>
          </fieldset>
        )
      })}
    </>
  )
}

interface SourceQuestionProps {
  readonly question: Question
  readonly isPresent: boolean
  readonly isChosen: boolean
  readonly onToggle: () => void
}

function SourceQuestion({ question, isPresent, isChosen, onToggle }: SourceQuestionProps) {
  const { t } = useTranslation('bank')
  const { t: tq } = useTranslation('questionnaire')
  const marks = [typeInWords(question, tq), ...(isPresent ? [t('copy.again')] : [])]
  return (
    <CheckboxField
      name={`copy-${question.key}`}
      label={question.text.trim() || question.key}
      hint={marks.join(' · ')}
      isChecked={isChosen}
      onChange={onToggle}
    />
  )
}
