import { describe, expect, it } from 'vitest'
import { aQuestionnaire, single, yesNo } from '../testing/index.ts'
import { generalText, withGeneralTexts } from './general-texts.ts'
import { questionnaireLibrary } from './library/index.ts'
import { everyQuestion } from './walk.ts'

describe('a questionnaire as it reads for nobody in particular', () => {
  it('has dots for what its texts take from answers, and keeps the words of the survey', () => {
    expect(generalText('Usługa {service}: {count(people)} osób w gminie {gmina}.')).toBe(
      'Usługa …: … osób w gminie {gmina}.',
    )
  })

  it('changes texts and labels but no rules', () => {
    const asked = { ...single('b', ['1', '2']), text: 'O {a}?', visibleIf: "a = '{1}'" }
    const read = everyQuestion(withGeneralTexts(aQuestionnaire([yesNo('a'), asked])))[1]
    expect(read).toMatchObject({ text: 'O …?', visibleIf: "a = '{1}'" })
  })

  it('is the same document where nothing is taken', () => {
    const plain = aQuestionnaire([yesNo('a')])
    expect(withGeneralTexts(plain)).toBe(plain)
    for (const document of questionnaireLibrary) {
      const texts = everyQuestion(withGeneralTexts(document)).map(({ text }) => text)
      expect(texts.filter((text) => /\{(?!organizacja|gmina|telefon|minuty)/.test(text))).toEqual([])
    }
  })
})
