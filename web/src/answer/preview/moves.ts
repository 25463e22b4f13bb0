import { allQuestions, type Question } from '@rozeznanie/core/questionnaire'
import { fittingAnswers } from '@rozeznanie/core/response'
import type { PublicSurvey } from '@rozeznanie/core/survey'
import { fieldId } from '../field-ids.ts'
import { pageWith, type Page } from '../pages.ts'
import type { Answering } from '../use-answering.ts'

const ROOM_ABOVE = 16

/** The key under which a question is found on a page: that of the outermost roster around it. */
export function outerKey({ questionnaire }: PublicSurvey, key: string): string {
  const isWithin = (question: Question): boolean =>
    question.key === key || (question.type === 'ROSTER' && question.questions.some(isWithin))
  return allQuestions(questionnaire).find(isWithin)?.key ?? key
}

/** The page of questions that the form shows. */
export function pageShown({ place, pages }: Answering): Page | undefined {
  return place.kind === 'page' ? pages.find(({ id }) => id === place.id) : undefined
}

/** Goes to the page of a question, over whatever stands in the way. */
export function goTo(answering: Answering, page: Page): void {
  const { state } = answering
  if (state.ending) answering.restart()
  if (state.draft?.isSending) answering.finish({ kind: 'faulty', violations: [] })
  if (!state.draft || state.ending) answering.begin()
  answering.go({ kind: 'page', id: page.id, fromCheck: false })
}

/** What does not fit the changed questions goes; the page is found again by its questions, or by its number. */
export function settle(answering: Answering, before: Answering): void {
  const { survey, answers, pages, state } = answering
  const kept = fittingAnswers(survey.questionnaire, answers, {
    localityIds: survey.localities.map(({ id }) => id),
  })
  if (JSON.stringify(kept) !== JSON.stringify(answers)) answering.change(kept)
  const { place } = state
  if (place.kind !== 'page' || pages.some(({ id }) => id === place.id)) return
  const index = before.pages.findIndex(({ id }) => id === place.id)
  const questions = before.pages[index]?.items ?? []
  const again = questions
    .map(({ question }) => pageWith(pages, question.key))
    .find((page) => page !== undefined)
  const page = again ?? pages[Math.min(Math.max(index, 0), pages.length - 1)]
  if (page) answering.go({ ...place, id: page.id })
}

/** Scrolls to a question among several, without moving the page around. */
export function bringIntoView(key: string): void {
  const field = document.getElementById(fieldId([key]))?.closest('.question')
  if (field) window.scrollTo(0, window.scrollY + field.getBoundingClientRect().top - ROOM_ABOVE)
}
