import { type FieldProblem, InvalidInputError } from '../errors.ts'
import { isStorableText } from '../text.ts'
import { CodeNotReissuedError, CodesSettledError } from './errors.ts'

const MOST_CODES_AT_ONCE = 5_000
const MOST_CODES = 50_000
const LONGEST_NAME = 80

/** What is known of a survey when somebody turns codes on or off. */
export interface CodeSettings {
  readonly isClosed: boolean
  readonly hasAnswers: boolean
  readonly hasCodes: boolean
}

/**
 * Decides whether a survey may begin or cease to take codes. Once there are answers it may do neither: those with a
 * code and those without would mix. Once there are codes they may be on their way by post.
 *
 * @throws CodesSettledError
 */
export function assertMaySettleCodes({ isClosed, hasAnswers, hasCodes }: CodeSettings): void {
  if (isClosed) throw new CodesSettledError('Ta ankieta jest już zamknięta.')
  if (hasAnswers) {
    throw new CodesSettledError(
      'Są już odpowiedzi, więc nie można tego zmienić. Odpowiedzi z kodem i bez kodu pomieszałyby się.',
    )
  }
  if (hasCodes) {
    throw new CodesSettledError(
      'Kody są już zrobione i mogą być w drodze do mieszkańców. Nie można ich wyłączyć.',
    )
  }
}

/** Codes that an organiser asks for. */
export interface CodeBatchProposal {
  readonly name: string
  readonly codeCount: number
  readonly localityId: string | null
}

/** What the survey knows of it. */
export interface CodeBatchFacts {
  readonly takesCodes: boolean
  readonly isClosed: boolean
  /** Codes that the survey has. */
  readonly codeCount: number
  readonly localityIds: readonly string[]
}

function* batchProblems(proposal: CodeBatchProposal, facts: CodeBatchFacts): Iterable<FieldProblem> {
  const { codeCount, localityId } = proposal
  const name = proposal.name.trim()
  if (!facts.takesCodes)
    yield { path: '', message: 'Ta ankieta nie wymaga kodów. Prosimy najpierw je włączyć.' }
  if (facts.isClosed)
    yield { path: '', message: 'Ta ankieta jest już zamknięta. Nowe kody nie są potrzebne.' }
  if (name === '')
    yield { path: 'name', message: 'Proszę nazwać tę partię, na przykład „Listy do sołectwa Wola”.' }
  if (name.length > LONGEST_NAME || !isStorableText(name) || /[\r\n]/.test(name)) {
    yield {
      path: 'name',
      message: `Nazwa może mieć najwyżej ${LONGEST_NAME} zwykłych znaków w jednym wierszu.`,
    }
  }
  if (!Number.isInteger(codeCount) || codeCount < 1 || codeCount > MOST_CODES_AT_ONCE) {
    yield { path: 'codeCount', message: 'Liczba kodów w partii może wynosić od 1 do 5000.' }
  } else if (facts.codeCount + codeCount > MOST_CODES) {
    yield { path: 'codeCount', message: 'Jedna ankieta może mieć najwyżej 50 000 kodów.' }
  }
  if (localityId !== null && !facts.localityIds.includes(localityId)) {
    yield { path: 'localityId', message: 'Proszę wybrać miejscowość z listy.' }
  }
}

/**
 * Decides whether codes may be made, and under which name.
 *
 * @throws InvalidInputError with one Polish sentence for each wrong field
 */
export function checkCodeBatch(proposal: CodeBatchProposal, facts: CodeBatchFacts): CodeBatchProposal {
  const problems = [...batchProblems(proposal, facts)]
  if (problems.length > 0) throw new InvalidInputError(problems)
  return { ...proposal, name: proposal.name.trim() }
}

/**
 * Decides whether a lost code may be replaced.
 *
 * @throws InvalidInputError when no letter has the number
 * @throws CodeNotReissuedError when the code was used, or the survey is closed
 */
export function assertMayReissue(letter: { readonly isSpent: boolean } | null, isClosed: boolean): void {
  if (isClosed) throw new CodeNotReissuedError('Ta ankieta jest już zamknięta. Nowy kod nic by nie dał.')
  if (letter === null) {
    const message = 'Nie ma listu o tym numerze. Numer stoi na liście obok kodu.'
    throw new InvalidInputError([{ path: 'serial', message }])
  }
  if (letter.isSpent) {
    throw new CodeNotReissuedError(
      'Z tym kodem ktoś już wysłał ankietę, więc nie wydamy nowego w jego miejsce. Jeśli to pomyłka, proszę zrobić partię z jednym kodem.',
    )
  }
}
