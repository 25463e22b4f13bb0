import { DomainError } from '../errors.ts'

const helpAt = (contactPhone: string) => `Pomoc: tel. ${contactPhone}.`

/** Nobody has this code, or it was replaced by another: those who guess are not told which. */
export class CodeUnknownError extends DomainError {
  override readonly name = 'CodeUnknownError'
  readonly code = 'CODE_UNKNOWN'
  constructor(contactPhone: string) {
    super(
      `Nie znamy tego kodu. Proszę sprawdzić, czy jest przepisany bez pomyłki. Jeśli przyszedł później nowy list, ważny jest kod z nowego listu. ${helpAt(contactPhone)}`,
    )
  }
}

/** Another response was sent with this code. */
export class CodeUsedError extends DomainError {
  override readonly name = 'CodeUsedError'
  readonly code = 'CODE_USED'
  constructor(contactPhone: string) {
    super(
      `Z tym kodem ktoś już wysłał ankietę. Jeden kod wystarcza na jedną ankietę. Jeśli to pomyłka, prosimy zadzwonić. ${helpAt(contactPhone)}`,
    )
  }
}

const WITHOUT = {
  ticket: 'Do tej ankiety potrzebny jest kod z listu. Prosimy wpisać go i wysłać odpowiedzi jeszcze raz.',
  'kiosk pass':
    'Do tej ankiety potrzebny jest kod z listu, a ten tablet nie ma ważnej przepustki. Nowy adres tabletu jest na stronie ankiety w systemie.',
} as const

/**
 * Where a survey takes codes, a response came without a ticket or with one that this survey never signed; or from a
 * shared tablet that the organisation did not start.
 */
export class TicketRefusedError extends DomainError {
  override readonly name = 'TicketRefusedError'
  readonly code = 'TICKET_REFUSED'
  constructor(contactPhone: string, missing: keyof typeof WITHOUT = 'ticket') {
    super(`${WITHOUT[missing]} ${helpAt(contactPhone)}`)
  }
}

/** The ticket let another response in. */
export class TicketSpentError extends DomainError {
  override readonly name = 'TicketSpentError'
  readonly code = 'TICKET_SPENT'
  constructor(contactPhone: string) {
    super(`Z tym kodem wysłano już inną ankietę. ${helpAt(contactPhone)}`)
  }
}

/** Whether a survey takes codes is settled before its first answer and its first code. */
export class CodesSettledError extends DomainError {
  override readonly name = 'CodesSettledError'
  readonly code = 'CODES_SETTLED'
}

/** A code that was used is not replaced. */
export class CodeNotReissuedError extends DomainError {
  override readonly name = 'CodeNotReissuedError'
  readonly code = 'CODE_NOT_REISSUED'
}
