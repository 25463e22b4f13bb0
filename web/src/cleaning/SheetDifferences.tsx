import { fieldName, type Field } from '@rozeznanie/core/cleaning'
import { compile, withGeneralTexts, type Questionnaire } from '@rozeznanie/core/questionnaire'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type FragmentType, graphql, readFragment } from '../gql/index.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Notice } from '../ui/Notice.tsx'
import { FieldEditor } from './FieldEditor.tsx'
import { useDecisions } from './use-decisions.ts'

export const SheetDifferences_sheet = graphql(`
  fragment SheetDifferences_sheet on SheetDiscrepancies {
    responseId
    sheetNumber
    batchName
    questionnaire
    fields {
      path
      place
      first
      second
    }
  }
`)

interface SheetDifferencesProps {
  readonly surveyId: string
  readonly sheet: FragmentType<typeof SheetDifferences_sheet>
  readonly localities: readonly { readonly id: string; readonly name: string }[]
  readonly onDone: () => Promise<void>
}

/** The field at a path, whatever is answered; `null` for a whole roster, which is only taken over as it is. */
export function fieldAt(questionnaire: Questionnaire, path: readonly string[]): Field | null {
  const { questions } = compile(withGeneralTexts(questionnaire))
  const last = path.at(-1) ?? ''
  const isOtherText = last.endsWith('.inne')
  const node =
    questions.get(isOtherText ? last.slice(0, -'.inne'.length) : last) ?? questions.get(path.at(-2) ?? '')
  if (!node || node.items) return null
  return { path, node, isOtherText, options: node.options, answer: undefined }
}

/** One sheet: each field that was entered in two ways. */
export function SheetDifferences({ surveyId, sheet: masked, localities, onDone }: SheetDifferencesProps) {
  const { t } = useTranslation('cleaning')
  const sheet = readFragment(SheetDifferences_sheet, masked)
  const { sheetNumber, batchName, fields, responseId } = sheet
  const number =
    sheetNumber === null ? t('discrepancies.noNumber') : t('discrepancies.sheet', { number: sheetNumber })
  return (
    <Card title={batchName === null ? number : `${number} – ${batchName}`}>
      <ul className="quality-list">
        {fields.map((field) => (
          <Difference
            key={fieldName(field.path)}
            {...{ surveyId, responseId, field, localities, onDone }}
            questionnaire={sheet.questionnaire as Questionnaire}
          />
        ))}
      </ul>
    </Card>
  )
}

interface DifferenceProps {
  readonly surveyId: string
  readonly responseId: string
  readonly questionnaire: Questionnaire
  readonly field: {
    readonly path: readonly string[]
    readonly place: string
    readonly first: string
    readonly second: string
  }
  readonly localities: readonly { readonly id: string; readonly name: string }[]
  readonly onDone: () => Promise<void>
}

function Difference({ surveyId, responseId, questionnaire, field, localities, onDone }: DifferenceProps) {
  const { t } = useTranslation('cleaning')
  const { resolve, isBusy } = useDecisions()
  const [isTyping, setIsTyping] = useState(false)
  const [value, setValue] = useState<unknown>(undefined)
  const [problem, setProblem] = useState<string | undefined>(undefined)
  const { path, place, first, second } = field
  const editable = useMemo(() => fieldAt(questionnaire, path), [questionnaire, path])
  const name = `other-${responseId}-${path.join('-')}`
  const decide = async (take: 'FIRST' | 'SECOND' | 'OTHER') => {
    const typed = take === 'OTHER' && value !== undefined && { value }
    const [found] = await resolve({ surveyId, responseId, path: [...path], take, remark: '', ...typed })
    setProblem(found?.message)
    if (!found) await onDone()
  }
  return (
    <li className="quality-difference">
      <h3>{place}</h3>
      {problem !== undefined && !isTyping && (
        <Notice tone="danger" isAnnounced>
          <p>{problem}</p>
        </Notice>
      )}
      <div className="row" role="group" aria-label={t('discrepancies.question', { place })}>
        <Button isBusy={isBusy} look="secondary" onClick={() => void decide('FIRST')}>
          {t('discrepancies.takeFirst', { answer: first })}
        </Button>
        <Button isBusy={isBusy} look="secondary" onClick={() => void decide('SECOND')}>
          {t('discrepancies.takeSecond', { answer: second })}
        </Button>
        {editable !== null && !isTyping && (
          <Button look="quiet" onClick={() => setIsTyping(true)}>
            {t('discrepancies.takeOther')}
          </Button>
        )}
      </div>
      {isTyping && editable !== null && (
        <form
          className="quality-answer__form"
          aria-label={t('discrepancies.takeOther')}
          onSubmit={(event) => {
            event.preventDefault()
            void decide('OTHER')
          }}
        >
          <FieldEditor
            name={name}
            field={editable}
            localities={localities}
            value={value}
            error={problem}
            onChange={setValue}
          />
          <Button type="submit" isBusy={isBusy}>
            {t('discrepancies.saveOther')}
          </Button>
        </form>
      )}
    </li>
  )
}
