import type { LossEntry } from '@rozeznanie/core/interchange'
import { describe, expect, it } from 'vitest'
import { asSentence, isWholeForm, lossCounts, lossLines } from './loss-lines.ts'

const entry = (kind: LossEntry['kind'], row: number): LossEntry => ({
  kind,
  sheet: 'survey',
  row,
  message: `wiersz ${row}`,
})
const REPORT = [entry('kept', 1), entry('approximated', 2), entry('dropped', 3), entry('kept', 4)]

describe('the lines of a loss report', () => {
  it('are counted by kind', () => {
    expect(lossCounts(REPORT)).toEqual({ kept: 2, approximated: 1, dropped: 1 })
  })

  it('begin with what is lost and hold only the kinds asked for', () => {
    expect(lossLines(REPORT, ['kept', 'dropped']).map(({ row }) => row)).toEqual([3, 1, 4])
    expect(lossLines(REPORT, [])).toEqual([])
  })

  it('have keys of their own, whatever is shown', () => {
    expect(lossLines(REPORT, ['kept']).map(({ key }) => key)).toEqual(['0', '3'])
  })

  it('know the form as a whole from a place in it', () => {
    expect(isWholeForm({ sheet: 'ankieta', row: 1 })).toBe(true)
    expect(isWholeForm({ sheet: 'settings', row: 1 })).toBe(false)
  })

  it('are sentences', () => {
    expect(asSentence('brakuje kolumny „type”.')).toBe('Brakuje kolumny „type”.')
  })
})
