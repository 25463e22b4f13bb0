import { describe, expect, it } from 'vitest'
import { aQuestionnaire, roster, single, yesNo } from '@rozeznanie/core/testing'
import { nearestPage, pagesOf } from '../pages.ts'
import { memoryShelf } from '../preview/in-memory.ts'
import { calmed } from './dressed.ts'
import { COLOURS, firstLook, LETTERS, printLook, readLook, rememberedLook, rememberLook } from './look.ts'

const surveyFor = (audience: 'SENIOR' | 'RESIDENT') => ({
  questionnaire: { ...aQuestionnaire([yesNo('a')]), audience },
})

describe('the look of the page', () => {
  it('is calm at first for seniors, and for nobody else', () => {
    expect(firstLook(surveyFor('SENIOR')).isCalm).toBe(true)
    expect(firstLook(surveyFor('RESIDENT')).isCalm).toBe(false)
  })

  it('comes back from its own words, whatever it is', () => {
    const first = firstLook(surveyFor('SENIOR'))
    for (const isCalm of [true, false])
      for (const letters of LETTERS)
        for (const colours of COLOURS) {
          const look = { isCalm, letters, colours }
          expect(readLook(printLook(look), first)).toEqual(look)
        }
  })

  it.each([null, '', 'letters-huge colours-<b>', 'calm-ish'])(
    'is as it was where „%s” names none',
    (text) => {
      const before = { isCalm: false, letters: 'bigger', colours: 'light-on-dark' } as const

      expect(readLook(text, before)).toEqual(before)
    },
  )

  it('is kept in the tab when it was chosen, and leaves nothing when it is the survey’s own', () => {
    const shelf = memoryShelf()
    const survey = surveyFor('SENIOR')
    const chosen = { ...firstLook(survey), isCalm: false, letters: 'biggest' } as const

    rememberLook(survey, shelf, chosen)
    expect(rememberedLook(survey, shelf)).toEqual(chosen)
    rememberLook(survey, shelf, firstLook(survey))
    expect(shelf.getItem('rozeznanie:wyglad')).toBeNull()
  })

  it('holds where the browser forbids to keep anything', () => {
    const refuse = () => {
      throw new Error('SecurityError')
    }
    const shelf = { getItem: refuse, setItem: refuse, removeItem: refuse }
    const survey = surveyFor('RESIDENT')

    expect(rememberedLook(survey, shelf)).toEqual(firstLook(survey))
    expect(() => rememberLook(survey, shelf, firstLook(survey))).not.toThrow()
  })
})

describe('the calm way', () => {
  const survey = {
    questionnaire: aQuestionnaire([
      { ...single('a', ['1', '2']), easyText: 'Łatwe?' },
      roster('people', [{ ...single('inner', ['1']), easyText: 'Też łatwe?' }]),
      yesNo('plain'),
    ]),
    localities: [],
  } as never

  it('asks in easier words where there are some, with the same codes', () => {
    const [first, group, last] = calmed(survey, new Set()).questionnaire.sections[0]?.questions ?? []

    expect(first).toMatchObject({ key: 'a', text: 'Łatwe?', options: [{ code: '1' }, { code: '2' }] })
    expect(group).toMatchObject({ questions: [{ key: 'inner', text: 'Też łatwe?' }] })
    expect(last?.text).toBe('plain?')
  })

  it('keeps the translated words where the easier ones are not translated', () => {
    const foreign = new Set(['Łatwe?'])

    expect(calmed(survey, foreign).questionnaire.sections[0]?.questions[0]?.text).toBe('a?')
  })

  it('finds the screen of a question again when the screens are cut otherwise', () => {
    const questionnaire = aQuestionnaire([yesNo('dem_1'), yesNo('dem_2'), yesNo('b')])
    const usual = pagesOf({ questionnaire, localities: [] }, {})

    expect(nearestPage(usual, 'dem_2')?.id).toBe('dem_1')
    expect(nearestPage(usual, 'b-3')?.id).toBe('b')
    expect(nearestPage(usual, 'gone')).toBeUndefined()
  })
})
