import type { Question, Questionnaire } from '@rozeznanie/core/questionnaire'
import { addQuestion, addSection, changeQuestion } from '@rozeznanie/core/questionnaire/editing'
import { one, old, severalOr, type DrawAnswer } from './draws.ts'

/** The questionnaire that the first centre of the example made for itself, out of RES_MIN. */
export const OWN_QUESTIONNAIRE = { key: 'minuta_dla_morawicy', title: 'Minuta dla Morawicy' } as const

const SECTION = 'local'
const [BUS, MEETING, LEISURE] = ['loc_260412_dojazd', 'loc_260412_spotkania', 'loc_260412_wolny_czas']

const DONT_KNOW = { code: '-98', label: 'Nie wiem' }

const bus: Question = {
  ...{ key: BUS, type: 'SINGLE', text: 'Czy z Pana/Pani miejscowości łatwo dojechać do Morawicy?' },
  options: [
    { code: 'EASY', label: 'Tak, łatwo' },
    { code: 'SOMETIMES', label: 'Tylko o niektórych porach' },
    { code: 'HARD', label: 'Nie, trudno' },
    DONT_KNOW,
  ],
}

const meeting: Question = {
  ...{ key: MEETING, type: 'MULTI', text: 'Gdzie spotyka się Pan/Pani z sąsiadami?' },
  options: [
    { code: 'CLUB', label: 'W świetlicy' },
    { code: 'FIREHOUSE', label: 'W remizie' },
    { code: 'PARISH', label: 'Przy parafii' },
    { code: 'LIBRARY', label: 'W bibliotece' },
    { code: 'NOWHERE', label: 'Nigdzie', exclusive: true },
  ],
}

const leisure: Question = {
  ...{ key: LEISURE, type: 'TEXT_SHORT', text: 'Na jakie zajęcia przyszedłby Pan/Pani?', maxLength: 200 },
}

const ask = (questionnaire: Questionnaire, question: Question, index: number): Questionnaire =>
  addQuestion(questionnaire, question, { sectionKey: SECTION, index })

type Step = (questionnaire: Questionnaire) => Questionnaire

/** What was saved one after another before the first publication. */
export const BEFORE_PUBLICATION: readonly Step[] = [
  (copy) => {
    const section = { key: SECTION, title: 'O naszej gminie', questions: [] }
    return ask(addSection({ ...copy, estimatedMinutes: 2 }, section), bus, 0)
  },
  (questionnaire) => ask(questionnaire, meeting, 1),
]

const withoutParish = (question: Question): Question =>
  question.type === 'MULTI' && question.options
    ? { ...question, options: question.options.filter(({ code }) => code !== 'PARISH') }
    : question

/** What waits in the draft: a harmless change, a careful one, and one that would break answers. */
export const AFTER_PUBLICATION: readonly Step[] = [
  (questionnaire) => ask(questionnaire, leisure, 2),
  (questionnaire) =>
    changeQuestion(questionnaire, BUS, (question) => ({
      ...question,
      text: 'Czy z Pana/Pani miejscowości łatwo dojechać autobusem do przychodni w Morawicy?',
    })),
  (questionnaire) => changeQuestion(questionnaire, MEETING, withoutParish),
]

/** How residents answer the questions that only this questionnaire has. */
export const LOCAL: Readonly<Record<string, DrawAnswer>> = {
  [BUS]: one((resident) => ({
    EASY: resident.isTownDweller ? 6 : 2,
    SOMETIMES: 3,
    HARD: (resident.isTownDweller ? 0.5 : 3) + 2 * old(resident),
    '-98': 0.5,
  })),
  [MEETING]: severalOr('NOWHERE', (resident) => ({
    CLUB: 0.3,
    FIREHOUSE: resident.isTownDweller ? 0.1 : 0.25,
    PARISH: 0.15 + 0.4 * old(resident),
    LIBRARY: 0.12,
  })),
}
