import fc from 'fast-check'
import {
  addQuestion,
  addSection,
  changeFacts,
  changeQuestion,
  changeSection,
  changeType,
  copyQuestion,
  duplicateQuestion,
  freshKey,
  moveQuestion,
  moveQuestionBy,
  moveSection,
  newQuestion,
  newSection,
  ownOptions,
  ownRows,
  removeQuestion,
  removeSection,
  renameKey,
  renewKey,
  type QuestionPlace,
} from '../questionnaire/editing/index.ts'
import { everyQuestion, QUESTION_TYPES, type Question, type Questionnaire } from '../questionnaire/index.ts'

/** A choice out of what a questionnaire offers: the n-th of however many there are. */
const nth = <Item>(items: readonly Item[], number: number): Item | undefined => items[number % items.length]

/** One edit of a kind; numbers choose what it does, and to which parts. */
export interface RandomEdit {
  readonly kind: number
  readonly numbers: readonly [number, number, number]
  readonly word: string
}

/** Any place of a questionnaire; sometimes beyond the end of a list. */
export function placeIn(
  questionnaire: Questionnaire,
  [one, other, index]: RandomEdit['numbers'],
): QuestionPlace {
  const section = nth(questionnaire.sections, one)
  const rosters = (section?.questions ?? []).flatMap((question) =>
    question.type === 'ROSTER'
      ? [question, ...question.questions.filter(({ type }) => type === 'ROSTER')]
      : [],
  )
  const roster = other % 3 === 0 ? nth(rosters, other) : undefined
  return { sectionKey: section?.key ?? 'none', ...(roster && { rosterKey: roster.key }), index: index % 9 }
}

function reworded(question: Question, { word, numbers }: RandomEdit): Question {
  const [, which] = numbers
  switch (which % 4) {
    case 0:
      return { ...question, text: `${word} ${question.text}` }
    case 1:
      return { ...question, help: word, translations: { en: { text: word } } }
    case 2:
      return 'options' in question && question.options
        ? { ...question, options: [...question.options, { code: `n${which}`, label: word }] }
        : { ...question, required: !question.required }
    default: {
      const { visibleIf: _out, ...rest } = question
      return rest
    }
  }
}

/** The questionnaire after the edit, or as it is where the edit cannot be made. */
export function edited(questionnaire: Questionnaire, edit: RandomEdit, other = questionnaire): Questionnaire {
  const { kind, numbers, word } = edit
  const [one, two] = numbers
  const key = nth(everyQuestion(questionnaire), one)?.key ?? 'none'
  const section = nth(questionnaire.sections, one)?.key ?? 'none'
  const fresh = freshKey(questionnaire, word, two % 2 === 0 ? null : '260101')
  const type = nth(QUESTION_TYPES, two) ?? 'INFO'
  switch (kind) {
    case 0:
      return addQuestion(questionnaire, newQuestion(type, fresh), placeIn(questionnaire, numbers))
    case 1:
    case 2:
      return changeQuestion(questionnaire, key, (question) => reworded(question, edit))
    case 3:
      return removeQuestion(questionnaire, key)
    case 4:
      return moveQuestion(questionnaire, key, placeIn(questionnaire, numbers))
    case 5:
      return moveQuestionBy(questionnaire, key, two % 2 === 0 ? 1 : -1)
    case 6:
      return addSection(questionnaire, newSection(questionnaire, word), two % 4)
    case 7:
      return changeSection(questionnaire, section, (before) => ({ ...before, title: word }))
    case 8:
      return two % 3 === 0
        ? removeSection(questionnaire, section)
        : moveSection(questionnaire, section, two % 4)
    case 9:
      return renameKey(questionnaire, key, fresh)
    case 10:
      return renewKey(questionnaire, key, fresh, { crosswalk: two % 2 === 0 })
    case 11:
      return changeQuestion(questionnaire, key, (question) => changeType(question, type, questionnaire.lists))
    case 12:
      return duplicateQuestion(questionnaire, key, fresh)
    case 13: {
      const copied = nth(everyQuestion(other), two)?.key ?? 'none'
      return copyQuestion(other, copied, questionnaire, placeIn(questionnaire, numbers)).questionnaire
    }
    case 14:
      return ownRows(ownOptions(questionnaire, key), key)
    default:
      return changeFacts(questionnaire, two % 2 === 0 ? { title: word } : { thanks: [word] })
  }
}

export const anEdit: fc.Arbitrary<RandomEdit> = fc.record({
  kind: fc.nat(15),
  numbers: fc.tuple(fc.nat(997), fc.nat(997), fc.nat(997)),
  word: fc.constantFrom('Czas wolny', 'Zdrowie?', 'ile 5 osób', '1', 'Łóżko', 'in', 'gmina'),
})

/** A few edits, one after another. */
export const someEdits: fc.Arbitrary<readonly RandomEdit[]> = fc.array(anEdit, { maxLength: 8 })

export const editedBy = (questionnaire: Questionnaire, edits: readonly RandomEdit[]): Questionnaire =>
  edits.reduce((result, edit) => edited(result, edit), questionnaire)
