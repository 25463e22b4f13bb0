import { useState } from 'preact/hooks'
import { type VisitOutcome } from '@rozeznanie/core/terrain'
import { newId } from '../../answer/new-id.ts'
import { surveyOf, titleOf } from '../surveys.ts'
import { texts } from '../texts.ts'
import type { Desk } from '../use-desk.ts'
import { LocalityField } from './LocalityField.tsx'
import { Field, Shell } from './Shell.tsx'

interface VisitFormProps {
  readonly desk: Desk
  readonly surveyId: string
  onDone(): void
}

/** How a visit can end without an interview. */
const OUTCOMES: readonly VisitOutcome[] = ['ABSENT', 'REFUSED', 'COME_BACK', 'NOT_ELIGIBLE']

/** Notes a visit without an interview: what came of it and in which locality, never at whose door. */
export function VisitForm({ desk, surveyId, onDone }: VisitFormProps) {
  const { holdings, tablet, changed, sync } = desk
  const [outcome, setOutcome] = useState<VisitOutcome | null>(null)
  const [localityId, setLocalityId] = useState<string | null>(null)
  const [comeBackOn, setComeBackOn] = useState('')
  const [isTried, setTried] = useState(false)
  const survey = surveyOf(holdings, surveyId)
  const day = desk.today()
  const isDayWrong = outcome === 'COME_BACK' && !(comeBackOn >= day)
  const save = async () => {
    setTried(true)
    if (outcome === null || isDayWrong) return
    await tablet.addVisit({
      id: newId((bytes) => crypto.getRandomValues(bytes)),
      surveyId,
      day,
      outcome,
      ...(localityId !== null && { localityId }),
      ...(outcome === 'COME_BACK' && { comeBackOn }),
    })
    await changed()
    void sync.round()
    onDone()
  }
  return (
    <Shell title={texts.visit.title}>
      <p class="lead">{titleOf(holdings, surveyId)}</p>
      <p>{texts.visit.lead}</p>
      <form
        autocomplete="off"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <OutcomeField outcome={outcome} isMissing={isTried && outcome === null} onChange={setOutcome} />
        {outcome === 'COME_BACK' && (
          <Field
            id="powrot"
            type="date"
            label={texts.visit.dayHint}
            fault={isTried && isDayWrong ? texts.visit.noDay : null}
            min={day}
            value={comeBackOn}
            onInput={setComeBackOn}
          />
        )}
        {survey && (
          <LocalityField
            survey={survey}
            label={texts.home.place}
            value={localityId}
            onChange={setLocalityId}
          />
        )}
        <p class="go-on">
          <button type="submit" class="primary">
            {texts.visit.save}
          </button>
        </p>
      </form>
      <p>
        <button type="button" class="quiet back" onClick={onDone}>
          {texts.begin.back}
        </button>
      </p>
    </Shell>
  )
}

interface OutcomeFieldProps {
  readonly outcome: VisitOutcome | null
  readonly isMissing: boolean
  onChange(outcome: VisitOutcome): void
}

function OutcomeField({ outcome, isMissing, onChange }: OutcomeFieldProps) {
  return (
    <fieldset role="radiogroup" aria-describedby={isMissing ? 'wynik-blad' : undefined}>
      <legend>
        <h2>{texts.visit.outcome}</h2>
      </legend>
      {isMissing && (
        <p class="fault" id="wynik-blad" role="alert">
          {texts.visit.noOutcome}
        </p>
      )}
      <div class="choices">
        {OUTCOMES.map((one) => (
          <div class="choice" key={one}>
            <input
              id={`wynik-${one}`}
              type="radio"
              name="wynik"
              checked={outcome === one}
              onChange={() => onChange(one)}
            />
            <label for={`wynik-${one}`}>{texts.outcome(one)}</label>
          </div>
        ))}
      </div>
    </fieldset>
  )
}
