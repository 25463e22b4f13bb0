import { describe, expect, it } from 'vitest'
import examples from '../testing/personal-data-examples.json' with { type: 'json' }
import { identifiersIn, type Identifier } from './identifiers.ts'
import { personalDataWarnings } from './personal-data.ts'

const E_MAIL = 'Tekst zawiera adres e-mail.'
const PESEL = 'Tekst zawiera numer PESEL.'
const NUMBER = 'Tekst zawiera długi numer, na przykład numer telefonu.'
const NAME = 'Tekst może zawierać imię lub nazwisko.'
const ADDRESS = 'Tekst może zawierać adres.'

/** Every other example was not looked at while the patterns were being written. */
const HALVES = [
  ['examples that the patterns were written with', 0],
  ['examples held back', 1],
] as const

describe.each(HALVES)('of %s', (_name, half) => {
  const halfOf = (texts: readonly string[]) => texts.filter((_text, index) => index % 2 === half)
  const isFound = (identifier: Identifier) => (text: string) => identifiersIn(text).includes(identifier)

  it('at least 95 % are found', () => {
    const found = [
      ...halfOf(examples.pesel).map(isFound('PESEL')),
      ...halfOf(examples.phone).map(isFound('PHONE')),
      ...halfOf(examples.email).map(isFound('E_MAIL')),
    ]

    expect(found).toHaveLength(150)
    expect(found.filter(Boolean).length / found.length).toBeGreaterThanOrEqual(0.95)
  })

  it('at most 2 % of harmless answers cause alarm', () => {
    const alarms = halfOf(examples.harmless).filter((text) => identifiersIn(text).length > 0)

    expect(alarms.length / halfOf(examples.harmless).length).toBeLessThanOrEqual(0.02)
  })
})

describe('the check of open answers for personal data', () => {
  // 44051401359 is the example number of the public description of PESEL.
  it.each([
    ['proszę pisać na jan.kowalski@poczta.example', [E_MAIL]],
    ['mój PESEL 44051401359', [PESEL]],
    ['PESEL: 440514 01359.', [PESEL]],
    ['44051401358', [NUMBER]],
    ['tel. 600 700 800', [NUMBER]],
    ['dzwonić +48 600-700-800 po 16', [NUMBER]],
    ['(15) 866 54 32', [NUMBER]],
    ['600.700.800', [NUMBER]],
    ['Mam na imię Krystyna i jestem sama', [NAME]],
    ['nazywam sie Nowak', [NAME]],
    ['Pani Kowalska z opieki nie przychodzi', [NAME]],
    ['mieszkam przy ul. Lipowej 12', [ADDRESS]],
    ['27-640 Klimontów', [ADDRESS]],
    ['nazywam się Jan Nowak, jan@nowak.example, 600700800', [E_MAIL, NUMBER, NAME]],
  ])('warns of %j', (text, warnings) => {
    expect(personalDataWarnings(text)).toEqual(warnings)
  })

  it.each([
    '',
    'Brakuje autobusu do Sandomierza o 15:30 i lekarza rodzinnego.',
    'W latach 2021-2027 i 2030 2031 nic nie zrobiono',
    'Spotkanie 12.03.2024 15:30 było za krótkie',
    'Dopłacam 1 200 zł, a emerytura to 2 400 zł',
    'Pan Burmistrz obiecał chodnik, a Pani Dyrektor opiekę',
    'Przy ulicy Lipowej nie ma oświetlenia',
    'czynne 8-16, 5 dni w tygodniu',
    'imieniny sołectwa to dobry pomysł',
  ])('says nothing of %j', (text) => {
    expect(personalDataWarnings(text)).toEqual([])
  })

  it('comes to an end on a long text of digits and capitals', { timeout: 1_000 }, () => {
    const text = '1 2 '.repeat(2_500) + 'ul. A '.repeat(1_000) + 'a@'.repeat(2_000)

    expect(personalDataWarnings(text)).toContain(NUMBER)
  })
})
