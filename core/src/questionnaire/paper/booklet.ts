import { inLanguage } from '../in-language.ts'
import type {
  NumberQuestion,
  Option,
  Question,
  Questionnaire,
  RosterQuestion,
  ScaleQuestion,
} from '../model.ts'
import { isMatrix, isSpecialCode, optionsOf, rowsOf, scaleEnds } from '../options.ts'
import { letterOf, numberOfOption, paperNumbers } from '../paper-numbers.ts'
import type {
  Booklet,
  BookletField,
  BookletItem,
  BookletOption,
  BookletQuestion,
  BookletSection,
  BookletText,
  SurveyNames,
} from './booklet-model.ts'
import { howToFill, MOST_COLUMNS } from './how-to-fill.ts'
import { blockCount } from './roster-blocks.ts'
import { routing, withBlanks, type Condition, type PaperQuestionnaire } from './routing.ts'
import { skipsAfter, type AskedIf } from './skips.ts'
import { paperWords, type PaperWords } from './words.ts'

const LONG_TEXT_LINES = 5
const YEAR_DIGITS = 4
const USUAL_DIGITS = 4

type Saying = 'onlyIf' | 'textOnlyIf' | 'sectionOnlyIf' | 'rowsOnlyIf' | 'optionsOnlyIf'

interface Setting {
  readonly paper: PaperQuestionnaire
  readonly words: PaperWords
  readonly fill: (text: string) => string
}

function said({ paper }: Setting, condition: Condition | null, saying: Saying): readonly BookletText[] {
  if (condition === null) return []
  const text = paperWords(condition.language)[saying](condition.words)
  return [condition.language === paper.language ? { text } : { text, language: condition.language }]
}

function optionFor(all: readonly Option[], question: Question) {
  return (option: Option): BookletOption => ({
    number: numberOfOption(question, all, option.code),
    label: option.label,
    hasLine: option.allowsText === true,
  })
}

function scaleField(question: ScaleQuestion, options: readonly Option[]): BookletField {
  const points = options.filter(({ code }) => !isSpecialCode(code))
  if (points.some(({ code, label }) => !label.startsWith(code))) {
    return { kind: 'options', mark: 'box', options: options.map(optionFor(options, question)) }
  }
  const { from, to } = scaleEnds(question.type)
  return {
    kind: 'scale',
    from: question.minLabel ?? String(from),
    to: question.maxLabel ?? String(to),
    points: points.map(({ code }) => code),
    others: options.filter(({ code }) => isSpecialCode(code)).map(optionFor(options, question)),
  }
}

function digitsField({ max, decimals = 0, unit = '' }: NumberQuestion): BookletField {
  const whole = max === undefined ? USUAL_DIGITS : String(Math.trunc(Math.abs(max))).length
  return { kind: 'digits', whole: Math.min(whole, 2 * USUAL_DIGITS), decimals, unit }
}

function matrixField({ questionnaire }: PaperQuestionnaire, question: Question): BookletField {
  const options = optionsOf(questionnaire, question)
  const rows = rowsOf(questionnaire, question).map(({ label }) => label)
  if (options.length <= MOST_COLUMNS) {
    return { kind: 'matrix', columns: options.map(optionFor(options, question)), rows }
  }
  const letters = options.map(({ label }, index) => ({ letter: letterOf(index), label }))
  return { kind: 'letters', letters, rows }
}

function fieldOf({ paper, words }: Setting, question: Question): BookletField {
  const options = optionsOf(paper.questionnaire, question)
  const listed = options.map(optionFor(options, question))
  if (isMatrix(question)) return matrixField(paper, question)
  switch (question.type) {
    case 'SINGLE':
    case 'MULTI':
      return { kind: 'options', options: listed, mark: 'box' }
    case 'RANK':
      return { kind: 'options', options: listed, mark: 'digit' }
    case 'SCALE_1_5':
    case 'SCALE_0_10':
      return scaleField(question, options)
    case 'NUMBER':
      return digitsField(question)
    case 'DATE_YEAR':
      return { kind: 'digits', whole: YEAR_DIGITS, decimals: 0, unit: '' }
    case 'CONSENT':
      return { kind: 'options', mark: 'box', options: [{ number: null, label: words.agree, hasLine: false }] }
    case 'TEXT_LONG':
      return { kind: 'lines', count: LONG_TEXT_LINES }
    case 'TEXT_SHORT':
    case 'LOCALITY':
      return { kind: 'lines', count: 1 }
    default:
      return { kind: 'none' }
  }
}

function itemsOf(setting: Setting, roster: RosterQuestion): readonly BookletItem[] {
  const asked = roster.questions.map((question) => ({ question, rules: [question.visibleIf] }))
  const questions = questionsOf(setting, asked)
  return Array.from({ length: blockCount(roster) }, (_, index) => ({
    title: setting.words.item(roster.itemName, index + 1),
    questions,
  }))
}

function questionOf(setting: Setting, question: Question, asked: readonly AskedIf[]): BookletQuestion {
  const { paper, words, fill } = setting
  const filter = 'optionFilter' in question ? question.optionFilter : undefined
  const rows = 'rowVisibleIf' in question ? question.rowVisibleIf : undefined
  const how = howToFill(paper, question)
  const items = question.type === 'ROSTER' ? itemsOf(setting, question) : []
  return {
    key: question.key,
    number: paper.numbers.get(question.key) ?? null,
    text: fill(question.text),
    conditions: said(
      setting,
      routing(paper, question.visibleIf, question),
      question.type === 'INFO' ? 'textOnlyIf' : 'onlyIf',
    ),
    notes: [
      ...(question.help ? [{ text: fill(question.help) }] : []),
      ...(how === null ? [] : [{ text: how }]),
      ...said(setting, routing(paper, rows, question), 'rowsOnlyIf'),
      ...said(setting, routing(paper, filter, question), 'optionsOnlyIf'),
    ],
    field: fieldOf(setting, question),
    skips: skipsAfter(paper, question, asked),
    items,
    moreItems: question.type === 'ROSTER' && items.length !== question.maxItems ? words.moreItems : null,
  }
}

function questionsOf(
  setting: Setting,
  own: readonly AskedIf[],
  asked: readonly AskedIf[] = own,
): readonly BookletQuestion[] {
  return own
    .filter(({ question }) => question.type !== 'CALCULATED')
    .map(({ question }) => questionOf(setting, question, asked))
}

function sectionsOf(setting: Setting): readonly BookletSection[] {
  const { words, fill, paper } = setting
  const { sections } = paper.questionnaire
  const asked = sections.map(({ visibleIf, questions }) =>
    questions.map((question) => ({ question, rules: [visibleIf, question.visibleIf] })),
  )
  const all = asked.flat()
  return sections.map((section, index) => ({
    title: `${words.part(index + 1)}. ${fill(section.title)}`,
    description: section.description ? fill(section.description) : null,
    condition: said(setting, routing(paper, section.visibleIf), 'sectionOnlyIf')[0] ?? null,
    questions: questionsOf(setting, asked[index] ?? [], all),
  }))
}

/**
 * A questionnaire as it is printed for a respondent: numbers, conditions and skips in words, and room for each answer.
 * Where an earlier answer would be filled in, there is room to read on.
 */
export function bookletOf(questionnaire: Questionnaire, language: string, names: SurveyNames): Booklet {
  const translated = inLanguage(questionnaire, language)
  const paper = { questionnaire: translated, language, numbers: paperNumbers(translated) }
  const fill = (text: string) => withBlanks(text, translated.estimatedMinutes, names)
  const setting: Setting = { paper, words: paperWords(language), fill }
  return {
    language,
    title: fill(translated.title),
    intro: translated.intro.map(fill),
    howTo: setting.words.howTo,
    sections: sectionsOf(setting),
    thanks: translated.thanks.map(fill),
  }
}
