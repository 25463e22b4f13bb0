import { describe, expect, it } from 'vitest'
import { InvalidInputError } from '../errors.ts'
import { MOST_COPIES, nextSheets, readEmbedHost, settleMaterials } from './index.ts'

const NOTHING = { invitationReason: '', sheetReturn: '', embedHosts: [] }

describe('a website that may show the survey', () => {
  it.each([
    ['www.klimontow.pl', 'www.klimontow.pl'],
    [' https://BIP.Klimontow.pl/aktualnosci?x=1 ', 'bip.klimontow.pl'],
    ['klimontow.pl:8443', 'klimontow.pl:8443'],
    ['xn--wie-6ta.pl', 'xn--wie-6ta.pl'],
  ])('%s is %s', (typed, host) => {
    expect(readEmbedHost(typed)).toBe(host)
  })

  it.each([
    '*',
    '*.pl',
    'localhost',
    "gmina.pl 'self'",
    'gmina.pl;script-src *',
    'gmina.pl, inna.pl',
    '10.0.0.1',
    '-gmina.pl',
    'gmina..pl',
    'gmina.pl:99999',
    'javascript:alert(1)',
    'https://user@gmina.pl',
    '',
  ])('is not %s', (typed) => {
    expect(readEmbedHost(typed)).toBeNull()
  })
})

describe('materials', () => {
  it('are stored trimmed, each website once', () => {
    expect(
      settleMaterials({
        invitationReason: '  Bo warto. ',
        sheetReturn: 'Sklep\n w Woli',
        embedHosts: ['www.gmina.pl', 'https://WWW.gmina.pl/', ' '],
      }),
    ).toEqual({ invitationReason: 'Bo warto.', sheetReturn: 'Sklep w Woli', embedHosts: ['www.gmina.pl'] })
  })

  it.each([
    ['invitationReason', { invitationReason: 'a'.repeat(301) }],
    ['sheetReturn', { sheetReturn: 'a\u0000' }],
    ['embedHosts', { embedHosts: ['nie strona'] }],
    ['embedHosts', { embedHosts: Array.from({ length: 11 }, (_, index) => `g${index}.pl`) }],
  ])('are refused for %s', (path, wrong) => {
    const settle = () => settleMaterials({ ...NOTHING, ...wrong })

    expect(settle).toThrow(InvalidInputError)
    expect(settle).toThrow(expect.objectContaining({ problems: [expect.objectContaining({ path })] }))
  })
})

describe('the next sheets', () => {
  it('follow the greatest number in use', () => {
    expect(nextSheets(0, 3)).toEqual({ firstSheet: 1, lastSheet: 3 })
    expect(nextSheets(217, 1)).toEqual({ firstSheet: 218, lastSheet: 218 })
  })

  it.each([0, -1, 1.5, MOST_COPIES + 1])('are not %s', (copies) => {
    expect(() => nextSheets(0, copies)).toThrow(InvalidInputError)
  })
})
