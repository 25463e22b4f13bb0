import { useCallback, useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import { type MatrixRow, type Option, type Question } from '@rozeznanie/core/questionnaire'
import type { PublicSurvey } from '@rozeznanie/core/survey'
import { announce } from '../announce.ts'
import { chosenCodes, rowAnswer, tick, withRow } from '../answer-changes.ts'
import { describedBy, faultId, headingId, rowId } from '../field-ids.ts'
import { langOf } from '../language.ts'
import { texts } from '../texts.ts'
import { Choices } from './Choices.tsx'
import { ClearButton } from './ClearButton.tsx'
import { Fault } from './Fault.tsx'
import type { FieldProps } from './field-props.ts'
import { Hints, hintIds } from './Hints.tsx'
import { sayTick } from './say-tick.ts'

/** More columns than this do not fit a table; the rows then stay lists on every screen, as they do in the calm way. */
const MOST_COLUMNS = 7

/** The same question of several things: each row is a group of its own; wide screens draw the groups as a table. */
export function MatrixField({ survey, item, answers, faults, heading, change }: FieldProps) {
  const { question, rows } = item
  const options = item.options
  const answer = answers[question.key]
  const changeRef = useRef<RowProps['onChange']>(() => undefined)
  useLayoutEffect(() => {
    changeRef.current = (row, value) => change(withRow(answers, question, row.key, value))
  })
  const onChange: RowProps['onChange'] = useCallback((row, value) => changeRef.current(row, value), [])
  const isTable = !survey.isCalm && options.length <= MOST_COLUMNS
  return (
    <div
      class={`matrix of-${isTable ? options.length : 'many'}`}
      role="group"
      aria-labelledby={item.path.length > 1 ? headingId(item.field) : 'naglowek'}
      aria-describedby={hintIds({ item, faults })}
    >
      {heading}
      <Hints item={item} faults={faults} />
      <div class="matrix-top" aria-hidden="true">
        {options.map((option) => (
          <span key={option.code} lang={langOf(option.label)}>
            {option.label}
          </span>
        ))}
      </div>
      {rows.map((row) => (
        <Row
          key={row.key}
          survey={survey}
          parent={item.field}
          question={question}
          row={row}
          options={options}
          answer={rowAnswer(answer, row.key)}
          fault={faults.find(({ rowKey }) => rowKey === row.key)?.message}
          onChange={onChange}
        />
      ))}
    </div>
  )
}

type RowAnswer = string | readonly string[] | undefined

interface RowProps {
  readonly survey: PublicSurvey
  /** Id of the matrix. */
  readonly parent: string
  readonly question: Question
  readonly row: MatrixRow
  readonly options: readonly Option[]
  readonly answer: unknown
  readonly fault: string | undefined
  onChange(row: MatrixRow, value: RowAnswer): void
}

/** A row; drawn anew only when it says something else, not with every answer to another. */
function Row({ survey, parent, question, row, options, answer, fault, onChange }: RowProps) {
  return useMemo(
    () => <RowDrawn {...{ survey, parent, question, row, options, answer, fault, onChange }} />,
    [survey, parent, question, row, options, answer, fault, onChange],
  )
}

function RowDrawn({ survey, parent, question, row, options, answer, fault, onChange }: RowProps) {
  const field = rowId(parent, row.key)
  const isSingle = question.type === 'MATRIX_SINGLE'
  const chosen = typeof answer === 'string' ? [answer] : chosenCodes(answer)
  const choose = (code: string) => {
    if (isSingle) return onChange(row, code)
    const ticked = tick(options, chosen, code, undefined)
    const sentence = sayTick(ticked, undefined)
    if (sentence) announce(sentence)
    onChange(row, ticked.codes)
  }
  return (
    <fieldset
      class="row"
      role={isSingle ? 'radiogroup' : undefined}
      aria-describedby={describedBy(fault !== undefined && faultId(field))}
      aria-invalid={isSingle && fault !== undefined ? 'true' : undefined}
    >
      <legend lang={langOf(row.label)}>{row.label}</legend>
      <div class="row-answers">
        {fault !== undefined && <Fault id={faultId(field)} message={fault} />}
        <Choices
          field={field}
          kind={isSingle ? 'radio' : 'checkbox'}
          look="cells"
          options={options}
          chosen={chosen}
          isFaulty={fault !== undefined}
          onChoose={choose}
        />
        {isSingle && chosen.length > 0 && (
          <ClearButton
            survey={survey}
            label={texts.page.clearRow}
            name={texts.page.clearFor(row.label)}
            firstControl={field}
            onClear={() => onChange(row, undefined)}
          />
        )}
      </div>
    </fieldset>
  )
}
