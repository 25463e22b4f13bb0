import { describe, expect, it } from 'vitest'
import { inLanguage } from './in-language.ts'
import { languagesOf } from './languages-of.ts'
import { missingTranslations } from './missing-translations.ts'
import { parseQuestionnaire } from './parse-questionnaire.ts'
import { languagesBegun, wordInLanguage } from './word-in-language.ts'
import { wordingsIn } from './wordings.ts'
import type { Questionnaire } from './model.ts'

const questionnaire: Questionnaire = {
  format: 'rozeznanie-questionnaire/1',
  key: 'T',
  title: 'Tytuł',
  description: 'Opis',
  audience: 'RESIDENT',
  language: 'pl',
  estimatedMinutes: 1,
  intro: ['Dzień dobry!', 'Prosimy o odpowiedzi.'],
  thanks: ['Dziękujemy.'],
  lists: {
    L: {
      label: 'Lista',
      options: [
        { code: 'A', label: 'a', translations: { en: { label: 'a in English' } } },
        { code: 'B', label: 'b' },
        { code: 'HIDDEN', label: 'tej odpowiedzi nikt nie widzi' },
      ],
    },
  },
  sections: [
    {
      key: 's',
      title: 'Część',
      questions: [
        {
          key: 'q',
          type: 'SINGLE',
          text: 'Pytanie?',
          help: 'Pomoc',
          list: 'L',
          only: ['A', 'B'],
          translations: { en: { text: 'A question?', help: ' ' } },
        },
        {
          key: 'r',
          type: 'ROSTER',
          text: 'Osoby',
          itemName: 'osoba',
          questions: [
            {
              key: 'n',
              type: 'NUMBER',
              text: 'Ile?',
              constraint: [{ expression: 'this > 1', message: 'Za mało.' }],
            },
          ],
        },
      ],
    },
  ],
  translations: { en: { title: 'Title', description: 'About', intro: ['Hello!'], thanks: ['Thank you.'] } },
}

describe('missing translations', () => {
  it('are listed with the place and the Polish text, wherever a respondent can meet it', () => {
    const missing = missingTranslations(questionnaire, 'en')

    expect(missing).toEqual([
      { path: 'intro.1', text: 'Prosimy o odpowiedzi.' },
      { path: 'sections.0.title', text: 'Część' },
      { path: 'sections.0.questions.0.help', text: 'Pomoc' },
      { path: 'sections.0.questions.1.text', text: 'Osoby' },
      { path: 'sections.0.questions.1.itemName', text: 'osoba' },
      { path: 'sections.0.questions.1.questions.0.text', text: 'Ile?' },
      { path: 'sections.0.questions.1.questions.0.constraint.0.message', text: 'Za mało.' },
      { path: 'lists.L.options.1.label', text: 'b' },
    ])
  })

  it('are all texts of a language that is not there at all', () => {
    const texts = missingTranslations(questionnaire, 'uk').map(({ path }) => path)

    expect(texts).toContain('title')
    expect(texts).toContain('thanks.0')
    expect(texts).toContain('lists.L.options.0.label')
    expect(texts).not.toContain('lists.L.options.2.label')
  })
})

describe('a questionnaire in another language', () => {
  const english = inLanguage(questionnaire, 'en')
  const [question] = english.sections[0]!.questions

  it('reads as translated, and in Polish where a text is missing or blank', () => {
    expect(english.title).toBe('Title')
    expect(english.intro).toEqual(['Hello!', 'Prosimy o odpowiedzi.'])
    expect(question).toMatchObject({ text: 'A question?', help: 'Pomoc' })
    expect(english.lists['L']?.options.map(({ label }) => label).slice(0, 2)).toEqual(['a in English', 'b'])
  })

  it('keeps keys, codes and rules', () => {
    const codes = ({ lists }: Questionnaire) => lists['L']?.options.map(({ code }) => code)

    expect(question?.key).toBe('q')
    expect(codes(english)).toEqual(codes(questionnaire))
  })

  it('is offered when the questionnaire has a title in it', () => {
    expect(languagesOf(questionnaire)).toEqual(['pl', 'en'])
    expect(inLanguage(questionnaire, 'pl')).toBe(questionnaire)
  })
})

describe('wording a text in another language', () => {
  it('fills whatever was missing, wherever it stands', () => {
    const whole = missingTranslations(questionnaire, 'uk').reduce(
      (made, { path, text }) => wordInLanguage(made, 'uk', path, `по-українськи: ${text}`),
      questionnaire,
    )

    expect(missingTranslations(whole, 'uk')).toEqual([])
    expect(missingTranslations(whole, 'en')).toEqual(missingTranslations(questionnaire, 'en'))
    expect(inLanguage(whole, 'uk').thanks).toEqual(['по-українськи: Dziękujemy.'])
    expect(parseQuestionnaire(JSON.parse(JSON.stringify(whole)))).toEqual(whole)
    expect(languagesBegun(whole)).toEqual(['en', 'uk'])
  })

  it('leaves nothing behind when every wording is taken away again', () => {
    const paths = wordingsIn(questionnaire, 'en').map(({ path }) => path)

    const bare = paths.reduce((made, path) => wordInLanguage(made, 'en', path, ' '), questionnaire)

    expect(languagesBegun(bare)).toEqual([])
    expect(JSON.stringify(bare)).not.toContain('translations')
  })

  it('keeps the identity of every question it does not touch', () => {
    const next = wordInLanguage(questionnaire, 'en', 'sections.0.questions.0.help', 'Help')

    expect(next.sections[0]?.questions[0]).not.toBe(questionnaire.sections[0]?.questions[0])
    expect(next.sections[0]?.questions[1]).toBe(questionnaire.sections[0]?.questions[1])
    expect(next.lists).toBe(questionnaire.lists)
  })

  it('tells what each text is and where, so that a person finds it', () => {
    const message = wordingsIn(questionnaire, 'en').find(({ part }) => part === 'message')

    expect(message).toMatchObject({ sectionKey: 's', questionKey: 'n', polish: 'Za mało.', wording: '' })
    expect(wordingsIn(questionnaire, 'en').at(-1)).toMatchObject({ part: 'option', list: 'L', polish: 'b' })
  })
})
