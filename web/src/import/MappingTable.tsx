import type { ColumnMapping, ColumnTarget } from '@rozeznanie/core/import'
import type { Questionnaire } from '@rozeznanie/core/questionnaire'
import { useTranslation } from 'react-i18next'
import { SelectField } from '../ui/SelectField.tsx'
import {
  choosePart,
  chooseQuestion,
  partChoices,
  partValueOf,
  questionChoices,
  questionValueOf,
  type ChoiceWords,
} from './column-choice.ts'
import type { FileDescription } from './import-requests.ts'
import './import.css'
import { useChoiceWords } from './use-choice-words.ts'

interface MappingTableProps {
  readonly questionnaire: Questionnaire
  readonly file: FileDescription
  readonly mapping: ColumnMapping
  readonly onChange: (mapping: ColumnMapping) => void
}

/** Each column of the file with a few of its cells and the question it goes to. */
export function MappingTable({ questionnaire, file, mapping, onChange }: MappingTableProps) {
  const { t } = useTranslation('import')
  const words = useChoiceWords()
  const replace = (column: number, target: ColumnTarget) =>
    onChange(mapping.map((old, index) => (index === column ? target : old)))
  return (
    <ol className="mapping" aria-label={t('columns.caption')}>
      {file.header.map((header, column) => {
        const name = header.trim() || t('columns.unnamed', { number: column + 1 })
        const target = mapping[column] ?? { kind: 'ignore' }
        const sample = [...new Set(file.sampleRows.map((row) => row[column]?.trim()).filter(Boolean))].slice(
          0,
          3,
        )
        return (
          <li
            key={column}
            className={
              target.kind === 'ignore' ? 'mapping__column mapping__column--ignored' : 'mapping__column'
            }
          >
            <div className="mapping__file">
              <p className="mapping__header">{name}</p>
              <p className="muted mapping__sample">
                {sample.length > 0
                  ? `${t('columns.sampleLead')} ${sample.join(' · ')}`
                  : t('columns.noSample')}
              </p>
            </div>
            <TargetFields
              questionnaire={questionnaire}
              words={words}
              header={name}
              column={column}
              target={target}
              onChange={(next) => replace(column, next)}
            />
          </li>
        )
      })}
    </ol>
  )
}

interface TargetFieldsProps {
  readonly questionnaire: Questionnaire
  readonly words: ChoiceWords
  readonly header: string
  readonly column: number
  readonly target: ColumnTarget
  readonly onChange: (target: ColumnTarget) => void
}

const SEPARATOR_NAMES = { ';': 'semicolon', ',': 'comma', '|': 'bar', '\n': 'line' } as const

function TargetFields({ questionnaire, words, header, column, target, onChange }: TargetFieldsProps) {
  const { t } = useTranslation('import')
  const question = questionValueOf(target)
  const context = t('columns.of', { header })
  const parts = partChoices(questionnaire, question, words)
  return (
    <div className="mapping__target">
      <SelectField
        name={`mapping.${column}`}
        label={t('columns.question')}
        context={context}
        value={question}
        choices={questionChoices(questionnaire, words)}
        onChange={(value) => onChange(chooseQuestion(questionnaire, value, words))}
      />
      {parts.length > 0 && (
        <SelectField
          name={`mapping.${column}.part`}
          label={t('columns.part')}
          context={context}
          value={partValueOf(target)}
          choices={parts}
          onChange={(part) => onChange(choosePart(questionnaire, question, part))}
        />
      )}
      {target.kind === 'question' && target.separator !== undefined && (
        <SelectField
          name={`mapping.${column}.separator`}
          label={t('columns.separator')}
          context={context}
          value={target.separator}
          choices={Object.entries(SEPARATOR_NAMES).map(([value, key]) => ({
            value,
            label: t(`columns.separators.${key}`),
          }))}
          onChange={(separator) => onChange({ ...target, separator })}
        />
      )}
    </div>
  )
}
