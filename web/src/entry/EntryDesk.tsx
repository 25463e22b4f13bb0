import type { Entry } from '@rozeznanie/core/entry'
import { keepEntry } from '@rozeznanie/core/entry'
import { countedAnswers } from '@rozeznanie/core/questionnaire'
import { useState } from 'react'
import { EntryBatches } from './EntryBatches.tsx'
import { EntryBox } from './EntryBox.tsx'
import type { EntrySurvey } from './entry-survey.ts'
import { EntrySheet } from './EntrySheet.tsx'
import { EntryStart } from './EntryStart.tsx'
import { SecondEntries } from './SecondEntries.tsx'
import { newId, numberAfter, type BegunSheet, type EntryMode } from './sheet.ts'
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
  const questionnaire = survey.versions.find(({ id }) => id === begun?.versionId)?.questionnaire
  const [receivedBefore] = useState(received)
  const inMode = (mode: EntryMode) => received.filter((sheet) => sheet.mode === mode).length
  const sheetsBefore = receivedBefore.filter(({ mode }) => mode === 'PAPI').length
  const counts = { PAPI: survey.enteredToday + inMode('PAPI') - sheetsBefore, CATI: inMode('CATI') }
  const sheetNumbers = [...waiting, ...received].map(({ sheetNumber }) => sheetNumber)

  const done = (sheet: BegunSheet, entry: Entry) => {
    const { mode, versionId, sheetNumber, batchId } = sheet
    outbox.add({ ...sheet, kept: keepEntry(entry), answers: countedAnswers(entry.form), problem: null })
    const next = mode === 'PAPI' && sheet.isAgain !== true ? numberAfter(sheetNumber) : ''
    if (next !== '')
      outbox.begin({ id: newId(), mode, versionId, sheetNumber: next, ...(batchId && { batchId }) })
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
          onAbandon={() => outbox.begin(null)}
        />
      ) : (
        <>
          {survey.isOpen && (
            <EntryStart
              survey={survey}
              sheetNumber={nextNumber(survey, sheetNumbers)}
              lastMode={received[0]?.mode ?? 'PAPI'}
              onBegin={(sheet) => outbox.begin({ ...sheet, id: newId() })}
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
