import { type ContactOutcome, endsNothing, outcomesOf } from '@rozeznanie/core/fieldwork'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DayPart } from '../gql/graphql.ts'
import type { FragmentType } from '../gql/index.ts'
import { addDays, dayOf } from '../i18n/format.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Form } from '../ui/Form.tsx'
import { Notice } from '../ui/Notice.tsx'
import { RadioGroupField } from '../ui/RadioGroupField.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { TextField } from '../ui/TextField.tsx'
import { CallList, type CallList_callback } from './CallList.tsx'
import { newId } from './sheet.ts'
import type { Calls } from './use-calls.ts'

interface CallDeskProps {
  readonly callbacks: readonly FragmentType<typeof CallList_callback>[]
  readonly calls: Calls
  /** An interview was just broken off: what is noted is that. */
  readonly isInterrupted: boolean
  /** The callback that is being called, and whose interview may follow. */
  readonly settles: string | null
  readonly onSettle: (callbackId: string | null) => void
}

/** Interviews are noted when they are sent. */
const OUTCOMES = outcomesOf('CATI').filter((outcome) => outcome !== 'INTERVIEWED')

/** Calls that led to no interview, and whom to call back. No number and no name is kept. */
export function CallDesk({ callbacks, calls, isInterrupted, settles, onSettle }: CallDeskProps) {
  const { t } = useTranslation('entry')
  const [outcome, setOutcome] = useState<ContactOutcome>(isInterrupted ? 'INTERRUPTED' : 'NO_ANSWER')
  const [comeBackOn, setComeBackOn] = useState(addDays(dayOf(new Date()), 1))
  const [part, setPart] = useState<DayPart | ''>('')
  const [position, setPosition] = useState('')
  const [notedCount, setNotedCount] = useState(0)
  const save = () => {
    const isOpen = endsNothing(outcome) && comeBackOn !== ''
    const listPosition = /^\d{1,5}$/.test(position.trim()) ? Number(position.trim()) : null
    const comeBack = { comeBackOn, comeBackPart: part === '' ? null : part, listPosition }
    calls.record({ id: newId(), outcome, settles, ...(isOpen && comeBack) })
    setNotedCount((count) => count + 1)
    setPosition('')
    onSettle(null)
  }
  return (
    <Card title={t('calls.title')}>
      <p className="measure">{t('calls.lead')}</p>
      <CallList callbacks={callbacks} chosenId={settles} onChoose={onSettle} />
      <Form
        label={t('calls.form')}
        problems={[]}
        names={[]}
        onSubmit={save}
        actions={
          <>
            <Button type="submit">{t('calls.save')}</Button>
            {settles !== null && (
              <Button look="quiet" onClick={() => onSettle(null)}>
                {t('calls.leave')}
              </Button>
            )}
          </>
        }
      >
        {settles !== null && (
          <Notice>
            <p>{t('calls.calling')}</p>
          </Notice>
        )}
        <RadioGroupField
          name="outcome"
          label={t('calls.what')}
          value={outcome}
          choices={OUTCOMES.map((value) => ({ value, label: t(`calls.outcome.${value}`) }))}
          onChange={(value) => setOutcome(value as ContactOutcome)}
        />
        {endsNothing(outcome) && (
          <CallbackFields
            {...{ comeBackOn, part, position }}
            onDay={setComeBackOn}
            onPart={setPart}
            onPosition={setPosition}
          />
        )}
      </Form>
      <p role="status">
        {notedCount > 0 && t('calls.noted', { count: notedCount })}{' '}
        {calls.waitingCount > 0 && t('calls.waiting', { count: calls.waitingCount })} {calls.refusal}
      </p>
    </Card>
  )
}

interface CallbackFieldsProps {
  readonly comeBackOn: string
  readonly part: DayPart | ''
  readonly position: string
  readonly onDay: (day: string) => void
  readonly onPart: (part: DayPart | '') => void
  readonly onPosition: (position: string) => void
}

function CallbackFields({ comeBackOn, part, position, onDay, onPart, onPosition }: CallbackFieldsProps) {
  const { t } = useTranslation('entry')
  const parts = (['MORNING', 'AFTERNOON', 'EVENING'] as const).map((value) => ({
    value,
    label: t(`calls.part.${value}`),
  }))
  return (
    <>
      <DateField
        name="comeBackOn"
        label={t('calls.back')}
        hint={t('calls.backHint')}
        value={comeBackOn}
        onChange={onDay}
      />
      <SelectField
        name="comeBackPart"
        label={t('calls.when')}
        value={part}
        choices={[{ value: '', label: t('calls.anyTime') }, ...parts]}
        onChange={(value) => onPart(value as DayPart | '')}
      />
      <TextField
        name="listPosition"
        label={t('calls.listPosition')}
        hint={t('calls.listPositionHint')}
        value={position}
        onChange={onPosition}
        isShort
        isOptional
      />
    </>
  )
}
