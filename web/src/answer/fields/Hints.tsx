import { faultId, hintId } from '../field-ids.ts'
import { langOf } from '../language.ts'
import { texts } from '../texts.ts'
import { Fault } from './Fault.tsx'
import type { FieldProps } from './field-props.ts'

interface HintsProps extends Pick<FieldProps, 'item' | 'faults'> {
  /** How to answer this kind of question. */
  readonly how?: string | false
}

/** Under the question: its help, how to answer, that it is required, and what is wrong with the answer. */
export function Hints({ item, faults, how }: HintsProps) {
  const { question } = item
  const field = item.field
  const fault = faults.find(({ rowKey }) => rowKey === undefined)
  const lines = [question.help, how, question.required === true && texts.page.required]
  const shown = lines.filter((line): line is string => typeof line === 'string' && line !== '')
  return (
    <>
      {shown.length > 0 && (
        <div class="hint" id={hintId(field)}>
          {shown.map((line) => (
            <p key={line} lang={langOf(line)}>
              {line}
            </p>
          ))}
        </div>
      )}
      {fault && <Fault id={faultId(field)} message={fault.message} />}
    </>
  )
}

/** Ids that describe the control: only those that `Hints` has put on the page. */
export function hintIds({ item, faults, how }: HintsProps): string | undefined {
  const { question } = item
  const field = item.field
  const hasHint = Boolean(question.help) || Boolean(how) || question.required === true
  const hasFault = faults.some(({ rowKey }) => rowKey === undefined)
  const ids = [hasHint && hintId(field), hasFault && faultId(field)].filter((id) => typeof id === 'string')
  return ids.length === 0 ? undefined : ids.join(' ')
}
