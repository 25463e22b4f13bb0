import { parseExpression } from '../expression/parse.ts'
import { referencesIn } from '../expression/references.ts'
import type { Question, Questionnaire } from '../model.ts'
import { isSpecialCode } from '../options.ts'
import { ruleBook, typeOfQuestion } from '../rules.ts'
import { everyQuestion } from '../walk.ts'
import { changeOf, type Change } from './change.ts'
import { compareVersions } from './compare-versions.ts'
import { crosswalkDefects } from './crosswalk.ts'

/** Answers that may be counted together: by version (its place in the list), the key they stand under. */
export interface Series {
  /** The newest key. */
  readonly key: string
  readonly parts: readonly SeriesPart[]
}

export interface SeriesPart {
  readonly version: number
  readonly key: string
  /** What each code of this part is called in the newest; absent where codes are the same. */
  readonly codes?: Readonly<Record<string, string>>
  /** What this version changed in the question since the part before, all of it harmless; absent where nothing. */
  readonly changes?: readonly Change[]
}

/** Why two versions of a question may not be counted together, in Polish. */
export interface Break {
  readonly key: string
  readonly from: number
  readonly to: number
  readonly reasons: readonly string[]
  /** What changed that is not harmless. */
  readonly changes: readonly Change[]
}

export interface Joinable {
  readonly series: readonly Series[]
  readonly breaks: readonly Break[]
}

type Codes = Readonly<Record<string, string>>

/** A special code that the first crosswalk left as it was may be changed by the next. */
function followed(codes: SeriesPart['codes'], next: Codes): Codes {
  if (codes === undefined) return next
  const kept = Object.entries(next).filter(([code]) => isSpecialCode(code))
  const moved = Object.entries(codes).map(([old, now]) => [old, next[now] ?? now] as const)
  return Object.fromEntries([...kept, ...moved])
}

function changesByKey(before: Questionnaire, after: Questionnaire): ReadonlyMap<string, readonly Change[]> {
  const found = new Map<string, Change[]>()
  for (const change of compareVersions(before, after)) {
    for (const key of change.affects) found.set(key, [...(found.get(key) ?? []), change])
  }
  return found
}

/** Is a calculated value still of the same kind, with all the codes it could have? */
function isSameKind(before: Questionnaire, after: Questionnaire, key: string): boolean {
  const [old, now] = [before, after].map((document) => {
    const question = everyQuestion(document).find((one) => one.key === key)
    return question && typeOfQuestion(ruleBook(document), question)
  })
  if (old === undefined || now === undefined || old.type !== now.type) return false
  if (!('codes' in old) || !('codes' in now)) return true
  const codes = new Set(now.codes.map(({ code }) => code))
  return old.codes.every(({ code }) => codes.has(code))
}

class Joining {
  /** Series that reach the version looked at, by the key they have in it. */
  private open = new Map<string, readonly SeriesPart[]>()
  private readonly closed: Series[] = []
  private readonly breaks: Break[] = []

  /** What keeps a question from being the one of the version before; of a calculation also what it speaks of. */
  private graveChanges(
    question: Question,
    changes: readonly Change[],
    next: ReadonlyMap<string, readonly SeriesPart[]>,
    documents: readonly [Questionnaire, Questionnaire],
  ): readonly Change[] {
    const grave = changes.filter(({ weight }) => weight !== 'harmless')
    if (question.type !== 'CALCULATED' || grave.length > 0) return grave
    const { expression } = parseExpression(question.expression)
    const isOther = (expression ? referencesIn(expression) : []).some(
      ({ key }) => next.get(key)?.length === 1,
    )
    if (!isOther && isSameKind(...documents, question.key)) return []
    const message = 'Zmieniło się to, z czego liczy się ta wartość. Wyniki pokażemy osobno.'
    return [changeOf(question.key, 'CALCULATION_CHANGED', 'careful', 'expression', message)]
  }

  add(before: Questionnaire | undefined, after: Questionnaire, version: number): void {
    const changes = before ? changesByKey(before, after) : new Map<string, readonly Change[]>()
    const bad = new Set(before ? crosswalkDefects(before, after).map(({ path }) => path) : [])
    const next = new Map<string, readonly SeriesPart[]>()
    const used = new Set<string>()
    for (const question of everyQuestion(after).filter(({ type }) => type !== 'INFO')) {
      const { key, crosswalk } = question
      const own = this.open.get(key)
      const mine = changes.get(key) ?? []
      const grave = own && before ? this.graveChanges(question, mine, next, [before, after]) : []
      const from = crosswalk !== undefined && !bad.has(`${key}.crosswalk`) ? crosswalk.from : key
      const old = used.has(from) ? undefined : this.open.get(from)
      if (own && grave.length === 0) {
        next.set(key, [...own, { version, key, ...(mine.length > 0 && { changes: mine }) }])
        used.add(key)
      } else if (!own && old && crosswalk) {
        const parts = old.map((part) => ({ ...part, codes: followed(part.codes, crosswalk.codes) }))
        next.set(key, [...parts, { version, key }])
        used.add(from)
      } else {
        next.set(key, [{ version, key }])
        const reasons = grave.map(({ message }) => message)
        if (own) this.breaks.push({ key, from: version - 1, to: version, reasons, changes: grave })
      }
    }
    for (const [key, parts] of this.open) if (!used.has(key)) this.closed.push({ key, parts })
    this.open = next
  }

  result(): Joinable {
    const left = [...this.open].map(([key, parts]) => ({ key, parts }))
    return { series: [...left, ...this.closed], breaks: this.breaks }
  }
}

/**
 * Which answers of several versions, oldest first, may be counted together: over harmless changes, or by an explicit
 * crosswalk; and for the others, why not. An answer belongs to one series only. A calculated value goes on only while
 * everything it speaks of does.
 */
export function joinableKeys(versions: readonly Questionnaire[]): Joinable {
  const joining = new Joining()
  versions.forEach((version, index) => joining.add(versions[index - 1], version, index))
  return joining.result()
}
