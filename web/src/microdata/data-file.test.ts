import { describe, expect, it } from 'vitest'
import { codebookAddress, dataAddress, lineEnds, nextRange, secondsLeft, sizeInWords } from './data-file.ts'

const wish = { format: 'csv', values: 'labels', withWeights: true, withOpenAnswers: false } as const

describe('the address of a data file', () => {
  it('says what differs from the usual', () => {
    expect(dataAddress('a', wish)).toBe('/download/surveys/a/data.csv?values=labels')
    expect(dataAddress('a', { ...wish, format: 'sav' })).toBe('/download/surveys/a/data.sav')
    expect(dataAddress('a', { ...wish, values: 'codes', withWeights: false, withOpenAnswers: true })).toBe(
      '/download/surveys/a/data.csv?weights=no&open=confirmed',
    )
    expect(codebookAddress('a', wish, 'xlsx')).toBe('/download/surveys/a/codebook.xlsx')
  })
})

describe('a download in pieces', () => {
  it('goes on from what is here and never beyond the end', () => {
    expect(nextRange(0, 10)).toBe('bytes=0-9')
    expect(nextRange(4, 10)).toBe('bytes=4-9')
    expect(nextRange(0, 9_000_000)).toBe('bytes=0-4194303')
  })

  it('counts the lines of each piece', () => {
    expect(lineEnds(new TextEncoder().encode('a\r\nż\r\nb'))).toBe(2)
  })

  it('tells the time that is left when it can be told', () => {
    expect(secondsLeft(0.25, 3_000)).toBe(9)
    expect(secondsLeft(0.01, 3_000)).toBeNull()
    expect(secondsLeft(0.5, 200)).toBeNull()
  })

  it('writes sizes as people do', () => {
    expect(sizeInWords(300)).toBe('1 kB')
    expect(sizeInWords(3_500_000)).toBe('3,3 MB')
    expect(sizeInWords(103_000_000)).toBe('98 MB')
  })
})
