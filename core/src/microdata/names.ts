const LONGEST_NAME = 64
/** Words of the language of SPSS that no variable may be called by. */
const RESERVED = new Set('ALL AND BY EQ GE GT LE LT NE NOT OR TO WITH'.split(' '))
const PLAIN: Readonly<Record<string, string>> = { ł: 'l', Ł: 'L' }

function legal(text: string): string {
  const plain = text.replace(/[łŁ]/g, (letter) => PLAIN[letter] ?? letter).normalize('NFD')
  const signs = plain.replace(/\p{M}/gu, '').replace(/[^A-Za-z0-9]+/g, '_')
  const trimmed = signs.replace(/^_+|_+$/g, '')
  return /^[A-Za-z]/.test(trimmed) ? trimmed : `v_${trimmed}`.replace(/_+$/, '')
}

/** Gives names that SPSS takes, each only once; upper and lower case are the same to it. */
export class Names {
  private readonly taken = new Set<string>(RESERVED)

  /** A name as close to the wish as can be: only Latin letters, digits and `_`, at most 64 bytes. */
  take(wish: string): string {
    const whole = legal(wish)
    for (let more = 1; ; more += 1) {
      const ending = more === 1 ? '' : `_${more}`
      const name = whole.slice(0, LONGEST_NAME - ending.length).replace(/_+$/, '') + ending
      const key = name.toUpperCase()
      if (this.taken.has(key)) continue
      this.taken.add(key)
      return name
    }
  }
}
