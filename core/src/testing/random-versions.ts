import fc from 'fast-check'
import type { AnalysedVersion, SurveyVersions } from '../analysis/index.ts'
import {
  allQuestions,
  hasOptions,
  isMatrix,
  keepVisibleAnswers,
  optionsOf,
  rowsOf,
  type Answers,
  type Question,
  type Questionnaire,
} from '../questionnaire/index.ts'
import { single } from './questionnaires.ts'
import { aRandomQuestionnaire } from './random-questionnaire.ts'
import { numbered, type VersionedAnswers } from './versions.ts'

interface Named {
  readonly code: string
  readonly label: string
}

type Edit = (question: Question, version: number) => readonly Question[]

const changeOptions =
  (change: (options: readonly Named[]) => readonly Named[]): Edit =>
  (question) =>
    hasOptions(question) && question.options
      ? [{ ...question, options: change(question.options) }]
      : [question]

/** A new key whose crosswalk turns 3 into 2, where one answer is given. */
const renewed: Edit = (question, version) => {
  if (!hasOptions(question) || !question.options) return [question]
  const isMerging = question.type !== 'MULTI'
  const codes = question.options.map(({ code }) => [code, isMerging && code === '3' ? '2' : code] as const)
  const key = `${question.key.slice(0, 40)}_r${version}`
  return [{ ...question, key, crosswalk: { from: question.key, codes: Object.fromEntries(codes) } }]
}

const EDITS: readonly Edit[] = [
  (question) => [question],
  (question) => [question],
  (question) => [{ ...question, text: question.text.toUpperCase() }],
  (question) => [{ ...question, text: 'Czy to zupełnie inne pytanie o coś nowego?' }],
  (question) => [{ ...question, help: 'Prosimy wybrać.' }],
  (question) => [{ ...question, required: true }],
  (question, version) => [question, single(`extra_${question.key.slice(0, 30)}_${version}`, ['1', '2'])],
  () => [],
  changeOptions((given) => [...given, { code: `n${given.length}`, label: 'Nowa' }]),
  changeOptions((given) => given.toReversed()),
  changeOptions((given) => given.slice(1)),
  (question, version) =>
    isMatrix(question) && question.rows
      ? [{ ...question, rows: [...question.rows, { key: `row${version}`, label: 'Nowy wiersz' }] }]
      : [question],
  renewed,
]

function edited(before: Questionnaire, draws: readonly number[], version: number): Questionnaire {
  let at = 0
  const change = (question: Question) => {
    const draw = draws[at] ?? 0
    at += 1
    const edit = EDITS[draw % EDITS.length]
    return question.key === 'q' || edit === undefined ? [question] : edit(question, version)
  }
  const sections = before.sections.map((section) => ({
    ...section,
    questions: section.questions.flatMap(change),
  }))
  return { ...before, sections }
}

/** A questionnaire and what became of it in one to three further versions. */
export const arbitraryVersions: fc.Arbitrary<SurveyVersions> = fc
  .tuple(
    aRandomQuestionnaire,
    fc.array(fc.array(fc.nat(1000), { minLength: 20 }), { minLength: 1, maxLength: 3 }),
  )
  .map(([first, edits]) => {
    const documents = [first]
    edits.forEach((draws, index) => documents.push(edited(documents[index] ?? first, draws, index + 2)))
    return numbered(first, ...documents.slice(1))
  })

function arbitraryAnswer(document: Questionnaire, question: Question): fc.Arbitrary<unknown> {
  const code = fc.constantFrom(...optionsOf(document, question).map((option) => option.code), '-99')
  switch (question.type) {
    case 'MULTI':
      return fc.uniqueArray(code, { maxLength: 3 })
    case 'MATRIX_SINGLE':
      return fc.record(Object.fromEntries(rowsOf(document, question).map(({ key }) => [key, code])), {
        requiredKeys: [],
      })
    case 'NUMBER':
      return fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constant('-97'))
    case 'TEXT_SHORT':
      return fc.constantFrom('', 'tak')
    case 'ROSTER':
      return fc
        .constant([])
        .chain(() =>
          fc.array(fc.record({ [`${question.key}_n`]: fc.integer({ min: 0, max: 5 }) }), { maxLength: 2 }),
        )
    default:
      return code
  }
}

/** Stored answers of up to eight people to a version. */
export const arbitraryPeople = ({
  id,
  questionnaire,
}: AnalysedVersion): fc.Arbitrary<readonly VersionedAnswers[]> => {
  const asked = allQuestions(questionnaire).filter(({ type }) => type !== 'INFO' && type !== 'CALCULATED')
  const each = asked.map((question) => [question.key, arbitraryAnswer(questionnaire, question)] as const)
  const answers = fc.record(Object.fromEntries(each), { requiredKeys: [] }) as fc.Arbitrary<Answers>
  const person = answers.map((given) => ({
    versionId: id,
    answers: keepVisibleAnswers(questionnaire, given),
  }))
  return fc.array(person, { maxLength: 8 })
}
