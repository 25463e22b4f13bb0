import { useTranslation } from 'react-i18next'
import { MOST_TABLES, type PercentOf, PERCENTS_OF, type ViewRequest } from '@rozeznanie/core/analysis'
import { ComboboxField } from '../../ui/ComboboxField.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import type { CrossChoice } from './cross-choices.ts'
import { chosenQuestions, type OfferedQuestion } from './questions.ts'
import type { WeightsKnown } from './weight-choice.ts'
import { WeightsField } from './WeightsField.tsx'

interface ShowPanelProps {
  readonly questions: readonly OfferedQuestion[]
  readonly crossChoices: readonly CrossChoice[]
  readonly weights: WeightsKnown
  readonly request: ViewRequest
  readonly onChange: (change: Partial<ViewRequest>) => void
}

const unique = (keys: readonly string[]): readonly string[] => [...new Set(keys)].slice(0, MOST_TABLES)

/** What is shown: the question or several, what they are divided by, weights, and of what percentages are. */
export function ShowPanel({ questions, crossChoices, weights, request, onChange }: ShowPanelProps) {
  const { t } = useTranslation('workbench')
  const { rowKeys, columnKey } = request
  const [first, ...others] = chosenQuestions(questions, rowKeys)
  const rowKeysOf = (value: string) => questions.find((question) => question.value === value)?.rowKeys ?? []
  const keptWith = (chosen: readonly OfferedQuestion[]) => chosen.flatMap(({ rowKeys: rows }) => rows)
  const rest = crossChoices.filter(({ value }) => !rowKeys.includes(value))
  return (
    <div className="show-fields">
      <ComboboxField
        name="question"
        label={t('show.question')}
        hint={t('show.questionHint')}
        value={first?.value ?? ''}
        choices={questions}
        onChange={(value) =>
          onChange({
            rowKeys: unique([...rowKeysOf(value), ...keptWith(others)]),
            chart: null,
            answerCode: null,
          })
        }
      />
      <ComboboxField
        name="by"
        label={t('show.by')}
        hint={t('show.byHint')}
        value={columnKey ?? ''}
        choices={[{ value: '', label: t('show.byNothing') }, ...rest]}
        onChange={(value) => onChange({ columnKey: value === '' ? null : value, chart: null })}
      />
      {columnKey !== null && (
        <SelectField
          name="percent"
          label={t('show.percent')}
          value={request.percentOf}
          choices={PERCENTS_OF.map((value) => ({ value, label: t(`show.percents.${value}`) }))}
          onChange={(value) => onChange({ percentOf: percentOf(value) })}
        />
      )}
      <WeightsField
        known={weights}
        value={request.weights}
        onChange={(choice) => onChange({ weights: choice })}
      />
    </div>
  )
}

const percentOf = (value: string): PercentOf => PERCENTS_OF.find((one) => one === value) ?? 'COLUMN'
