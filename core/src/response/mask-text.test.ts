import { describe, expect, it } from 'vitest'
import examples from '../testing/personal-data-examples.json' with { type: 'json' }
import { maskedText } from './mask-text.ts'
import { personalDataWarnings } from './personal-data.ts'

describe('a masked text', () => {
  it.each([
    ['Proszę pisać na jan.kowalski@poczta.example, dziękuję', 'Proszę pisać na [adres e-mail], dziękuję'],
    ['tel. 600 700 800 albo 601-701-801', 'tel. [numer] albo [numer]'],
    ['Pani Kowalska z opieki nie przychodzi', 'Pani [nazwisko] z opieki nie przychodzi'],
    ['Mam na imię Krystyna i jestem sama', '[imię i nazwisko] i jestem sama'],
    ['mieszkam przy ul. Lipowej 12, schody', 'mieszkam przy [adres], schody'],
    ['27-640 Klimontów', '[kod pocztowy] Klimontów'],
    ['Autobus o 8:30 i 12.05.2026, 1500 zł', 'Autobus o 8:30 i 12.05.2026, 1500 zł'],
  ])('of %j is %j', (text, masked) => {
    expect(maskedText(text)).toBe(masked)
  })

  it('holds nothing that the check for personal data finds, and is whole where it finds nothing', () => {
    const texts = [...examples.pesel, ...examples.phone, ...examples.email, ...examples.harmless]
    const left = texts.filter((text) => personalDataWarnings(maskedText(text)).length > 0)

    expect(left).toEqual([])
    for (const text of examples.harmless)
      if (personalDataWarnings(text).length === 0) expect(maskedText(text)).toBe(text)
  })
})
