import { InvalidInputError, type FieldProblem } from '../errors.ts'
import { isStorableText } from '../text.ts'

const LONGEST_REASON = 300
const LONGEST_RETURN = 300
const MOST_HOSTS = 10

/** What an organiser settles about everything that invites to a survey. */
export interface SurveyMaterials {
  /** Why it matters; empty: the sentence of the house. */
  readonly invitationReason: string
  /** Where filled sheets are brought; empty: the sentence of the house. */
  readonly sheetReturn: string
  /** Websites that may show the answering page inside theirs: host names, perhaps with a port. */
  readonly embedHosts: readonly string[]
}

/** Why it matters to answer, where the organiser has said nothing else. */
export const DEFAULT_INVITATION_REASON =
  'Odpowiedzi mieszkańców zdecydują, jakiej pomocy i jakich usług będzie w gminie więcej: opieki w domu, dowozu do lekarza, zajęć dla dzieci i seniorów.'

const HOST =
  /^(?=.{1,253}(:\d{1,5})?$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9](:\d{1,5})?$/

/**
 * The host of a website as somebody gave it: `https://www.Klimontow.pl/strona` is `www.klimontow.pl`.
 * `null` when it is none; addresses of machines and names without a dot are none either.
 */
export function readEmbedHost(typed: string): string | null {
  const host = typed
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/[/?#].*$/, '')
  const port = Number(/:(\d+)$/.exec(host)?.[1] ?? 1)
  return HOST.test(host) && port >= 1 && port <= 65_535 ? host : null
}

function textProblem(text: string, longest: number): string | null {
  if (!isStorableText(text))
    return 'Tekst zawiera znaki, których nie da się zapisać. Proszę wpisać go ponownie.'
  return text.trim().length > longest ? `Tekst może mieć najwyżej ${longest} znaków.` : null
}

function hostsProblem(hosts: readonly string[]): string | null {
  if (hosts.length > MOST_HOSTS) return `Można podać najwyżej ${MOST_HOSTS} stron.`
  const wrong = hosts.find((host) => readEmbedHost(host) === null)
  return wrong === undefined
    ? null
    : `„${wrong.trim().slice(0, 60)}” nie jest adresem strony. Proszę podać go tak: www.gmina.pl.`
}

/**
 * The materials as they are stored: trimmed, hosts in their one form and each once.
 *
 * @throws InvalidInputError with one Polish sentence for each wrong field
 */
export function settleMaterials({
  invitationReason,
  sheetReturn,
  embedHosts,
}: SurveyMaterials): SurveyMaterials {
  const given = embedHosts.filter((host) => host.trim() !== '')
  const problems = [
    { path: 'invitationReason', message: textProblem(invitationReason, LONGEST_REASON) },
    { path: 'sheetReturn', message: textProblem(sheetReturn, LONGEST_RETURN) },
    { path: 'embedHosts', message: hostsProblem(given) },
  ].filter((problem): problem is FieldProblem => problem.message !== null)
  if (problems.length > 0) throw new InvalidInputError(problems)
  const oneLine = (text: string) => text.trim().replace(/\s+/g, ' ')
  return {
    invitationReason: oneLine(invitationReason),
    sheetReturn: oneLine(sheetReturn),
    embedHosts: [...new Set(given.flatMap((host) => readEmbedHost(host) ?? []))],
  }
}
