import {
  everyQuestion,
  optionsOf,
  type Crosswalk,
  type Question,
  type Questionnaire,
} from '@rozeznanie/core/questionnaire'
import { useTranslation } from 'react-i18next'
import { SelectField } from '../../ui/SelectField.tsx'
import './conditions.css'
import { crosswalkProblems, needsChoice, replaceable, startCrosswalk } from './crosswalk-choices.ts'

interface CrosswalkEditorProps {
  /** The version before, and the draft that follows it. */
  readonly before: Questionnaire
  readonly after: Questionnaire
  /** The new question of the draft. */
  readonly questionKey: string
  readonly crosswalk: Crosswalk | undefined
  readonly onChange: (crosswalk: Crosswalk | undefined) => void
}

/** What became of each answer of a question that this one replaces, so that results can be joined. */
export function CrosswalkEditor({ before, after, questionKey, crosswalk, onChange }: CrosswalkEditorProps) {
  const { t } = useTranslation('conditions')
  const question = everyQuestion(after).find(({ key }) => key === questionKey)
  if (question === undefined) return null
  const candidates = replaceable(before, after, question)
  const old = everyQuestion(before).find(({ key }) => key === crosswalk?.from)
  const shown = old && !candidates.includes(old) ? [old, ...candidates] : candidates
  const name = `crosswalk.${questionKey}`
  if (shown.length === 0) return <p className="muted">{t('crosswalk.nothing')}</p>
  return (
    <div className="crosswalk">
      <SelectField
        name={`${name}.from`}
        label={t('crosswalk.from')}
        hint={t('crosswalk.fromHint')}
        emptyLabel={t('crosswalk.none')}
        value={crosswalk?.from ?? ''}
        choices={shown.map(({ key, text }) => ({ value: key, label: text }))}
        onChange={(from) => {
          const chosen = shown.find(({ key }) => key === from)
          onChange(chosen && startCrosswalk([before, chosen], [after, question]))
        }}
      />
      {crosswalk && old && <OptionPairs {...{ name, before, after, question, old, crosswalk, onChange }} />}
      {crosswalk && (
        <Problems
          isWhole={
            old !== undefined && optionsOf(before, old).every(({ code }) => !needsChoice(code, crosswalk))
          }
          sentences={crosswalkProblems(before, after, [questionKey, crosswalk])}
        />
      )}
    </div>
  )
}

interface OptionPairsProps {
  readonly name: string
  readonly before: Questionnaire
  readonly after: Questionnaire
  readonly question: Question
  readonly old: Question
  readonly crosswalk: Crosswalk
  readonly onChange: (crosswalk: Crosswalk) => void
}

function OptionPairs({ name, before, after, question, old, crosswalk, onChange }: OptionPairsProps) {
  const { t } = useTranslation('conditions')
  const choices = optionsOf(after, question).map(({ code, label }) => ({ value: code, label }))
  const pair = (code: string, target: string) => {
    const rest = Object.entries(crosswalk.codes).filter(([known]) => known !== code)
    onChange({ ...crosswalk, codes: Object.fromEntries(target === '' ? rest : [...rest, [code, target]]) })
  }
  return (
    <fieldset className="crosswalk__pairs">
      <legend>{t('crosswalk.pairs')}</legend>
      {optionsOf(before, old).map(({ code, label }) => (
        <SelectField
          key={code}
          name={`${name}.codes.${code}`}
          label={label}
          context={t('crosswalk.became')}
          error={needsChoice(code, crosswalk) ? t('crosswalk.choose') : undefined}
          emptyLabel={t('clause.choose')}
          value={crosswalk.codes[code] ?? ''}
          choices={choices}
          onChange={(target) => pair(code, target)}
        />
      ))}
    </fieldset>
  )
}

interface ProblemsProps {
  /** Nothing is left to choose. */
  readonly isWhole: boolean
  readonly sentences: readonly string[]
}

function Problems({ isWhole, sentences }: ProblemsProps) {
  const { t } = useTranslation('conditions')
  return (
    <div role="status">
      {isWhole && sentences.length === 0 && <p className="crosswalk__sound">{t('crosswalk.sound')}</p>}
      {sentences.length > 0 && (
        <ul className="clause__problems">
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
