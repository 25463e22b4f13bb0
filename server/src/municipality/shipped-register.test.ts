import { existsSync, readFileSync } from 'node:fs'
import { parseRegisterDocument, planRegisterChanges, registerOf } from '@rozeznanie/core/municipality'
import { describe, expect, it } from 'vitest'
import { inRepository } from '../repository.ts'
import { readTercFile } from './read-terc-file.ts'

const shipped = () =>
  parseRegisterDocument(
    JSON.parse(readFileSync(inRepository('prisma', 'register', 'swietokrzyskie.json'), 'utf8')),
  )
const official = inRepository('..', 'shared', 'data', 'geo', 'terc-2026.csv')

describe('the register that ships', () => {
  // GUS, TERYT, TERC as of 2026-01-01: 5 urban, 51 rural and 46 urban-rural municipalities in 14 counties.
  it('has the municipalities of the voivodeship', () => {
    const { stateOn, municipalities } = shipped()
    const ofKind = (kind: number) => municipalities.filter((one) => one.kind === kind).length

    expect(stateOn).toBe('2026-01-01')
    expect([ofKind(1), ofKind(2), ofKind(3)]).toEqual([5, 51, 46])
    expect(new Set(municipalities.map(({ countyCode }) => countyCode)).size).toBe(14)
  })

  it.runIf(existsSync(official))('says the same as the official file', () => {
    const { municipalities } = registerOf(
      readTercFile({ fileName: 'terc.csv', bytes: readFileSync(official) }),
    )
    const ofVoivodeship = municipalities.filter(({ voivodeshipCode }) => voivodeshipCode === '26')

    expect(shipped().municipalities).toEqual(ofVoivodeship)
    expect(planRegisterChanges(shipped().municipalities, municipalities).added).toHaveLength(2377)
  })

  it('is refused when it is damaged', () => {
    expect(() => parseRegisterDocument({ format: 'other' })).toThrow(/uszkodzony: nieznany format/)
    expect(() => parseRegisterDocument(null)).toThrow(/uszkodzony/)
  })
})
