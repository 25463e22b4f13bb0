import type { Question, Questionnaire } from '@rozeznanie/core/questionnaire'
import { compareVersions } from '@rozeznanie/core/questionnaire/revision'
import { aQuestionnaire, number, single, yesNo } from '@rozeznanie/core/testing'
import { describe, expect, it } from 'vitest'
import { i18n } from '../../i18n/i18n.ts'
import { sidesOf, withoutTexts } from './change-sides.ts'

const words = { t: i18n.getFixedT('pl', 'revision'), tq: i18n.getFixedT('pl', 'questionnaire') }
const form = (...questions: readonly Question[]): Questionnaire => aQuestionnaire(questions)

/** The sides of every change between two versions, as the page shows them. */
function sides(before: Questionnaire, after: Questionnaire) {
  return compareVersions(before, after).map(({ kind, place }) => {
    const { questionKey = null, sectionKey = null, part, code = null } = place
    const shown = sidesOf(before, after, { kind, questionKey, sectionKey, part, optionCode: code }, words)
    return [shown?.before, shown?.after]
  })
}

describe('before and after', () => {
  const choice = (...labels: readonly string[]): Question => ({
    ...{ key: 'c', type: 'SINGLE', text: 'Co?' },
    options: labels.map((label) => ({ code: label.toUpperCase(), label })),
  })

  it.each<[string, Questionnaire, Questionnaire, readonly (string | null)[]]>([
    ['texts', form(yesNo('a')), form({ ...yesNo('a'), text: 'A kto?' }), ['a?', 'A kto?']],
    ['an option taken out', form(choice('tak', 'nie')), form(choice('tak')), ['nie', null]],
    [
      'options in order',
      form(choice('tak', 'nie')),
      form(choice('nie', 'tak')),
      ['1. tak\n2. nie', '1. nie\n2. tak'],
    ],
    ['a type', form(number('a')), form({ ...yesNo('a') }), ['Liczba', 'Jedna odpowiedź']],
    ['a question put in', form(yesNo('a')), form(yesNo('a'), yesNo('b')), [null, 'b?']],
    [
      'a condition, by the names of questions',
      form(yesNo('a'), yesNo('b')),
      form(yesNo('a'), { ...yesNo('b'), visibleIf: "a = '1'" }),
      ['Zawsze.', 'Gdy odpowiedź na pytanie „a?” to „1”.'],
    ],
    [
      'an obligation',
      form(yesNo('a')),
      form({ ...yesNo('a'), required: true }),
      ['Odpowiedź jest nieobowiązkowa.', 'Odpowiedź jest zawsze konieczna.'],
    ],
    ['limits', form(number('a')), form({ ...number('a'), max: 9 } as Question), [null, '9']],
  ])('of %s', (_name, before, after, expected) => {
    expect(sides(before, after)).toContainEqual(expected)
  })

  it('of a place say the section and the question before', () => {
    const before = form(yesNo('a'), yesNo('b'), single('c', ['1']))
    const after = form(single('c', ['1']), yesNo('a'), yesNo('b'))

    expect(sides(before, after)[0]?.join(' → ')).toMatch(/po pytaniu „b\?” → .*na początku/)
  })

  it('are not there where the sentence says it all', () => {
    const before = form(yesNo('a'))
    const after = form({ ...yesNo('a'), translations: { en: { text: 'A?' } } })

    expect(sides(before, after)).toEqual([[undefined, undefined]])
  })
})

describe('the sentence of a change', () => {
  it('does not repeat the wordings that stand below it', () => {
    const [before, after] = [form(yesNo('a')), form({ ...yesNo('a'), text: 'A kto?' })]
    const message = compareVersions(before, after)[0]?.message ?? ''

    expect(message).toContain('„a?” → „A kto?”')
    expect(withoutTexts(message, { before: 'a?', after: 'A kto?' })).not.toContain('→')
    expect(withoutTexts(message, { before: null, after: 'A kto?' })).toBe(message)
  })
})
