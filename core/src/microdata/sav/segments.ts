import type { Variable } from '../model.ts'

/** Bytes of a very long text that one segment holds, and those by which segments are counted. */
const SEGMENT_BYTES = 255
const COUNTED_BYTES = 252

/** A variable as the file stores it: a text of more than 255 bytes is several, the others one. */
export interface Segment {
  /** 0 of a number. */
  readonly width: number
  /** Bytes of the text that stand in it. */
  readonly used: number
  /** At most 8 bytes, upper case. */
  readonly shortName: string
  /** Of its first eight bytes among those of a case, from 1, as records speak of it. */
  readonly index: number
}

/** A variable and where it stands in the file. */
export interface StoredVariable {
  readonly variable: Variable
  readonly segments: readonly [Segment, ...Segment[]]
}

function widthsOf({ kind, widthBytes }: Variable): readonly number[] {
  if (kind === 'number') return [0]
  if (widthBytes <= SEGMENT_BYTES) return [Math.max(1, widthBytes)]
  const count = Math.ceil(widthBytes / COUNTED_BYTES)
  const last = widthBytes - (count - 1) * COUNTED_BYTES
  return Array.from({ length: count }, (_, index) => (index < count - 1 ? SEGMENT_BYTES : last))
}

/** Short names that only the file itself uses: the beginning of the name, then a count. */
class ShortNames {
  private readonly taken = new Set<string>()

  take(name: string): string {
    const upper = name.toUpperCase()
    for (let more = 0; ; more += 1) {
      const ending = more === 0 ? '' : `_${more.toString(36).toUpperCase()}`
      const short = more === 0 ? upper.slice(0, 8) : upper.slice(0, 8 - ending.length) + ending
      if (this.taken.has(short)) continue
      this.taken.add(short)
      return short
    }
  }
}

/** Eights of bytes that a segment takes in a case. */
export const eightsOf = ({ width }: Pick<Segment, 'width'>): number => Math.max(1, Math.ceil(width / 8))

export function storedVariables(variables: readonly Variable[]): readonly StoredVariable[] {
  const names = new ShortNames()
  let index = 1
  return variables.map((variable) => {
    let left = variable.widthBytes
    const segments = widthsOf(variable).map((width): Segment => {
      const used = Math.min(left, width, SEGMENT_BYTES)
      left -= used
      const segment = { width, used, shortName: names.take(variable.name), index }
      index += eightsOf(segment)
      return segment
    })
    const [first, ...others] = segments
    if (first === undefined) throw new RangeError('A variable without a segment')
    return { variable, segments: [first, ...others] }
  })
}
