import { describe, expect, it } from 'vitest'
import { personalDataWarnings } from './personal-data.ts'

const E_MAIL = 'Tekst zawiera adres e-mail.'
const PESEL = 'Tekst zawiera numer PESEL.'
const NUMBER = 'Tekst zawiera długi numer, na przykład numer telefonu.'
const NAME = 'Tekst może zawierać imię lub nazwisko.'
const ADDRESS = 'Tekst może zawierać adres.'

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
