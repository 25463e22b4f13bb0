import { describe, expect, it } from 'vitest'
import { BrokenRescueFileError } from './errors.ts'
import { readRescued, readRescueFile, writeRescueFile, type SealedInterview } from './rescue.ts'

const SEALED: SealedInterview = {
  id: '0d3c1f0e-5a4b-4c3d-8e2f-1a2b3c4d5e6f',
  surveyId: 'a',
  keyId: 'k',
  wrappedKey: 'AAEC',
  iv: 'AwQF',
  data: 'BgcI+/8=',
}

describe('a rescue file', () => {
  it('comes back as it was written, and carries nothing else along', () => {
    const written = writeRescueFile([{ ...SEALED, number: 7 } as SealedInterview])

    expect(readRescueFile(written).interviews).toEqual([SEALED])
    expect(written).not.toContain('number')
  })

  it.each([
    ['the page of a network', '<html></html>'],
    ['half of itself', writeRescueFile([SEALED]).slice(0, -20)],
    ['another format', JSON.stringify({ format: 'rozeznanie-questionnaire/1', interviews: [] })],
    ['an interview without its key', writeRescueFile([SEALED]).replace('AAEC', '')],
    ['an id that is none', writeRescueFile([SEALED]).replace(SEALED.id, '../../etc')],
    ['null', 'null'],
  ])('is not %s', (_name, text) => {
    expect(() => readRescueFile(text)).toThrow(BrokenRescueFileError)
  })
})

describe('what was sealed', () => {
  it('is read only when it holds a submission of a survey', () => {
    expect(readRescued('{"surveyId":"a","submission":{"id":"x"}}')).toEqual({
      surveyId: 'a',
      submission: { id: 'x' },
    })
    expect(readRescued('{"surveyId":"a"}')).toBeNull()
    expect(readRescued('½')).toBeNull()
  })
})
