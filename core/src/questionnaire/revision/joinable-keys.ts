import type { Questionnaire } from '../model.ts'
import { everyQuestion, isAnswerable } from '../walk.ts'
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
}

/** Why two versions of a question may not be counted together, in Polish. */
export interface Break {
  readonly key: string
  readonly from: number
  readonly to: number
  readonly reasons: readonly string[]
}

export interface Joinable {
  readonly series: readonly Series[]
  readonly breaks: readonly Break[]
}

function followed(codes: SeriesPart['codes'], next: Readonly<Record<string, string>>): SeriesPart['codes'] {
  if (codes === undefined) return next
  return Object.fromEntries(Object.entries(codes).map(([old, now]) => [old, next[now] ?? now]))
}

class Joining {
  /** Series that reach the version looked at, by the key they have in it. */
  private open = new Map<string, SeriesPart[]>()
  private readonly closed: Series[] = []
  private readonly breaks: Break[] = []

  private reasonsBetween(
    before: Questionnaire,
    after: Questionnaire,
  ): ReadonlyMap<string, readonly string[]> {
    const reasons = new Map<string, readonly string[]>()
    for (const { weight, affects, message } of compareVersions(before, after)) {
      if (weight === 'harmless') continue
      for (const key of affects) reasons.set(key, [...(reasons.get(key) ?? []), message])
    }
    return reasons
  }

  add(before: Questionnaire | undefined, after: Questionnaire, version: number): void {
    const reasons = before ? this.reasonsBetween(before, after) : new Map<string, readonly string[]>()
    const bad = new Set(before ? crosswalkDefects(before, after).map(({ path }) => path) : [])
    const next = new Map<string, SeriesPart[]>()
    const used = new Set<string>()
    for (const { key, crosswalk } of everyQuestion(after).filter(isAnswerable)) {
      const own = this.open.get(key)
      const why = reasons.get(key)
      const old = crosswalk && !bad.has(`${key}.crosswalk`) ? this.open.get(crosswalk.from) : undefined
      if (own && why === undefined) {
        next.set(key, [...own, { version, key }])
        used.add(key)
      } else if (!own && old && crosswalk) {
        const parts = old.map((part) => ({ ...part, codes: followed(part.codes, crosswalk.codes) ?? {} }))
        next.set(key, [...parts, { version, key }])
        used.add(crosswalk.from)
      } else {
        next.set(key, [{ version, key }])
        if (own && why) this.breaks.push({ key, from: version - 1, to: version, reasons: why })
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
 * crosswalk; and for the others, why not.
 */
export function joinableKeys(versions: readonly Questionnaire[]): Joinable {
  const joining = new Joining()
  versions.forEach((version, index) => joining.add(versions[index - 1], version, index))
  return joining.result()
}
