import { LPDI_TEMPLATE, listSections } from '@rozeznanie/core/diagnosis'
import { AUDIENCES, type Question, type Questionnaire } from '@rozeznanie/core/questionnaire'
import {
  DI_AREAS,
  questionBank,
  SERVICE_DOMAINS,
  type BankQuery,
} from '@rozeznanie/core/questionnaire/library'

/** What a person asked the bank for, as it stands in the fields; empty means anything. */
export interface BankWish {
  readonly text: string
  readonly audience: string
  readonly area: string
  readonly domain: string
  readonly section: string
}

export const ANYTHING: BankWish = { text: '', audience: '', area: '', domain: '', section: '' }

const known = <T extends string>(names: readonly T[], wanted: string): T | undefined =>
  names.find((name) => name === wanted)

/** The wish as the bank understands it; a word it does not know asks for nothing. */
export function queryOf({ text, audience, area, domain, section }: BankWish): BankQuery {
  const query = {
    audience: known(AUDIENCES, audience),
    area: known(DI_AREAS, area),
    serviceDomain: known(SERVICE_DOMAINS, domain),
    lpdiSection: section === '' ? undefined : section,
  }
  const asked = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined))
  return { text, ...asked }
}

const withInner = (question: Question): readonly Question[] =>
  question.type === 'ROSTER' ? [question, ...question.questions.flatMap(withInner)] : [question]

/** Sections of the plan that some question of the bank feeds, those above them too, in the order of the plan. */
export function fedSections(): readonly { readonly code: string; readonly title: string }[] {
  const fed = questionBank.questions
    .flatMap(({ question }) => withInner(question))
    .flatMap(({ lpdiSections }) => lpdiSections ?? [])
  return listSections(LPDI_TEMPLATE.sections).filter(({ code }) =>
    fed.some((section) => section === code || (/\d/.test(code) && section.startsWith(`${code}.`))),
  )
}

/** The bank as a document to copy from. */
export function bankDocument(frame: Questionnaire): Questionnaire {
  const questions = questionBank.questions.map(({ question }) => question)
  return { ...frame, lists: questionBank.lists, sections: [{ key: 'bank', title: '', questions }] }
}
