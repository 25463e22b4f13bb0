import { expect, it } from 'vitest'
import { cleaningNote, type CleaningCounts } from './cleaning-note.ts'
import type { ReportInput } from './report-input.ts'

const noteOf = (cleaning: CleaningCounts) => cleaningNote({ cleaning } as ReportInput).join('')

it('tells how many responses were left out or corrected, and why', () => {
  const excludedFor = [
    { reason: 'ankieta próbna', count: 7 },
    { reason: 'wypełniona bez czytania pytań', count: 2 },
  ]

  expect(noteOf({ excludedCount: 9, correctedCount: 12, excludedFor })).toBe(
    'Po sprawdzeniu jakości danych pominięto w wynikach około 10\u00a0ankiet (ankieta próbna – ok. 5; inne powody), a poprawiono odpowiedzi w około 10\u00a0ankietach. ' +
      'Każda decyzja ma zapisany powód, a odpowiedzi w postaci, w jakiej przyszły, zostały zachowane.',
  )
})

it('stays vague about fewer than five, and says nothing where nothing was done', () => {
  const excludedFor = [{ reason: 'ankieta próbna', count: 3 }]

  expect(noteOf({ excludedCount: 3, correctedCount: 1, excludedFor })).toMatch(
    /pominięto w wynikach mniej niż 5 ankiet, a poprawiono odpowiedzi w mniej niż 5 ankietach\./,
  )
  expect(noteOf({ excludedCount: 0, correctedCount: 0, excludedFor: [] })).toBe('')
})
