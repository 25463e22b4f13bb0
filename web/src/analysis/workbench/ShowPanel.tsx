import { useTranslation } from 'react-i18next'
import { MOST_TABLES, type PercentOf, PERCENTS_OF, type ViewRequest } from '@rozeznanie/core/analysis'
import { Button } from '../../ui/Button.tsx'
import { ComboboxField } from '../../ui/ComboboxField.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
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
    <div className="stack">
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
      <Disclosure summary={t('show.several')} isOpenAtFirst={others.length > 0}>
        <div className="stack-tight">
          {others.length > 0 && (
            <ul className="chosen">
              {others.map(({ value, label, rowKeys: rows }) => (
                <li key={value}>
                  <span>{label}</span>
                  <Button
                    look="quiet"
                    label={t('show.dropOf', { label })}
                    onClick={() => onChange({ rowKeys: rowKeys.filter((key) => !rows.includes(key)) })}
                  >
                    {t('show.drop')}
                  </Button>
                </li>
              ))}
            </ul>
          )}
          {rowKeys.length < MOST_TABLES ? (
            <ComboboxField
              name="another"
              label={t('show.another')}
              hint={t('show.anotherHint')}
              value=""
              choices={questions.filter(({ rowKeys: rows }) => rows.some((key) => !rowKeys.includes(key)))}
              onChange={(value) =>
                onChange({ rowKeys: unique([...rowKeys, ...rowKeysOf(value)]), chart: null })
              }
            />
          ) : (
            <p className="muted">{t('show.most', { count: MOST_TABLES })}</p>
          )}
        </div>
      </Disclosure>
    </div>
  )
}

const percentOf = (value: string): PercentOf => PERCENTS_OF.find((one) => one === value) ?? 'COLUMN'
