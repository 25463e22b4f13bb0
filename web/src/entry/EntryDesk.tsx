import type { Entry } from '@rozeznanie/core/entry'
import { keepEntry } from '@rozeznanie/core/entry'
import { countedAnswers } from '@rozeznanie/core/questionnaire'
import { useState } from 'react'
import { CallDesk } from './CallDesk.tsx'
import { EntryBatches } from './EntryBatches.tsx'
import { EntryBox } from './EntryBox.tsx'
import type { EntrySurvey } from './entry-survey.ts'
import { EntrySheet } from './EntrySheet.tsx'
import { EntryStart } from './EntryStart.tsx'
import { SecondEntries } from './SecondEntries.tsx'
import { newId, numberAfter, type BegunSheet, type EntryMode } from './sheet.ts'
import { useCalls } from './use-calls.ts'
import { useOutbox } from './use-outbox.ts'

interface EntryDeskProps {
  readonly survey: EntrySurvey
}

/** The greatest number of a sheet that this tab knows of, and one more. */
function nextNumber({ nextNumber: known }: EntrySurvey, numbers: readonly string[]): string {
  const own = numbers.filter((number) => /^\d{1,8}$/.test(number)).map((number) => Number(number) + 1)
  return String(Math.max(known, ...own))
}

/** Chooses what is entered, enters one sheet after another, and shows what became of them. */
export function EntryDesk({ survey }: EntryDeskProps) {
  const [outbox, state] = useOutbox(survey.id, survey.code)
  const { begun, waiting, received } = state
  const calls = useCalls(survey.id)
  const [settles, setSettles] = useState<string | null>(null)
  const [brokenOffId, setBrokenOffId] = useState<string | null>(null)
  const questionnaire = survey.versions.find(({ id }) => id === begun?.versionId)?.questionnaire
  const [receivedBefore] = useState(received)
  const inMode = (mode: EntryMode) => received.filter((sheet) => sheet.mode === mode).length
  const sheetsBefore = receivedBefore.filter(({ mode }) => mode === 'PAPI').length
  const counts = { PAPI: survey.enteredToday + inMode('PAPI') - sheetsBefore, CATI: inMode('CATI') }
  const sheetNumbers = [...waiting, ...received].map(({ sheetNumber }) => sheetNumber)

  const done = (sheet: BegunSheet, entry: Entry) => {
    const { mode, versionId, sheetNumber, batchId } = sheet
    outbox.add({ ...sheet, kept: keepEntry(entry), answers: countedAnswers(entry.form), problem: null })
    if (mode === 'CATI') calls.record({ id: newId(), outcome: 'INTERVIEWED', settles: sheet.settles ?? null })
    const next = mode === 'PAPI' && sheet.isAgain !== true ? numberAfter(sheetNumber) : ''
    if (next !== '')
      outbox.begin({ id: newId(), mode, versionId, sheetNumber: next, ...(batchId && { batchId }) })
  }
  const abandon = (sheet: BegunSheet) => {
    outbox.begin(null)
    const isBrokenOff = sheet.mode === 'CATI' && Object.keys(sheet.kept?.answers ?? {}).length > 0
    setBrokenOffId(isBrokenOff ? sheet.id : null)
    setSettles(sheet.settles ?? null)
  }
  const begin = (sheet: Omit<BegunSheet, 'id'>) => {
    outbox.begin({ ...sheet, id: newId(), ...(sheet.mode === 'CATI' && { settles }) })
    setSettles(null)
    setBrokenOffId(null)
  }
  return (
    <>
      <EntryBox
        state={state}
        onRetry={() => outbox.retry()}
        onDrop={(id) => outbox.remove(id)}
        onCorrect={(sheet) => {
          outbox.remove(sheet.id)
          outbox.begin(sheet)
        }}
      />
      {begun && questionnaire ? (
        <EntrySheet
          key={begun.id}
          survey={survey}
          questionnaire={questionnaire}
          sheet={begun}
          doneCount={counts[begun.mode]}
          isKnownNumber={begun.isAgain !== true && sheetNumbers.includes(begun.sheetNumber)}
          onKeep={(entry) => outbox.begin({ ...begun, kept: keepEntry(entry) })}
          onDone={(entry) => done(begun, entry)}
          onAbandon={() => abandon(begun)}
        />
      ) : (
        <>
          {survey.isOpen && (
            <EntryStart
              survey={survey}
              sheetNumber={nextNumber(survey, sheetNumbers)}
              key={settles}
              lastMode={settles === null ? (received[0]?.mode ?? 'PAPI') : 'CATI'}
              onBegin={begin}
            />
          )}
          {survey.isOpen && (
            <CallDesk
              key={brokenOffId}
              callbacks={survey.callbacks}
              calls={calls}
              isInterrupted={brokenOffId !== null}
              settles={settles}
              onSettle={setSettles}
            />
          )}
          <EntryBatches surveyId={survey.id} receivedCount={received.length} />
          <SecondEntries
            surveyId={survey.id}
            receivedCount={received.length}
            heldIds={waiting.map(({ id }) => id)}
            onBegin={(sheet) => outbox.begin(sheet)}
          />
        </>
      )}
    </>
  )
}
