import { polishDay } from '../survey/index.ts'
import type { FormStatus } from './model.ts'
import type { Urgency } from './deadline.ts'

/** What a message to an institution speaks of. */
export interface LetterFacts {
  readonly institutionName: string
  readonly surveyTitle: string
  readonly organisationName: string
  readonly contactPhone: string
  /** Local days. */
  readonly referenceOn: string
  readonly dueOn: string
  readonly url: string
  readonly status: FormStatus
  readonly urgency: Urgency
}

/** A message ready to be sent from the organiser's own mailbox. */
export interface Letter {
  readonly subject: string
  readonly body: string
}

const opening = ({ status, urgency, dueOn, surveyTitle }: LetterFacts): string => {
  const day = polishDay(dueOn)
  if (status === 'RETURNED') {
    return `Formularz „${surveyTitle}” wymaga kilku poprawek. Uwagi są przy pytaniach. Prosimy o poprawienie i ponowne wysłanie do ${day}`
  }
  if (urgency === 'LATE')
    return `Termin wypełnienia formularza „${surveyTitle}” minął ${day} Nadal na niego czekamy.`
  if (status === 'FILLING') {
    return `Formularz „${surveyTitle}” jest zaczęty, ale jeszcze nie wysłany. Prosimy o wysłanie do ${day}`
  }
  return `Prosimy o wypełnienie formularza „${surveyTitle}” do ${day}`
}

const subjectOf = ({ status, urgency, surveyTitle }: LetterFacts): string => {
  if (status === 'RETURNED') return `Prośba o poprawki: ${surveyTitle}`
  return urgency === 'LATE' || status === 'FILLING'
    ? `Przypomnienie: ${surveyTitle}`
    : `Prośba o wypełnienie: ${surveyTitle}`
}

/** An invitation, a reminder or a request to mend, as the status of the form asks for. */
export function letterTo(facts: LetterFacts): Letter {
  const { institutionName, referenceOn, url, organisationName, contactPhone } = facts
  const lines = [
    'Szanowni Państwo,',
    '',
    opening(facts),
    '',
    `Formularz dla: ${institutionName}`,
    `Stan na dzień: ${polishDay(referenceOn)}`,
    `Adres formularza (tylko dla Państwa instytucji): ${url}`,
    '',
    'Wypełnianie można przerwać i dokończyć później pod tym samym adresem. Wpisane odpowiedzi zapisują się same.',
    '',
    `W razie pytań prosimy dzwonić: ${contactPhone}.`,
    '',
    'Z poważaniem',
    organisationName,
  ]
  return { subject: subjectOf(facts), body: lines.join('\n') }
}
