import { plainLetters } from '../../plain-letters.ts'
import { DONT_KNOW, NOT_APPLICABLE, REFUSED, type Option } from '../model.ts'

const CODE = /^(?:-9[789]|[A-Za-z0-9][A-Za-z0-9_]{0,39})$/
const LONGEST_LABEL = 300
const MOST_OPTIONS = 500

const BULLET = /^\s*[-–—•*·◦▪■□☐○●✓✔➢➤]+\s+/
const NUMBER = /^\s*(?:\(?\d{1,3}[.)]|\(?[a-zA-Z][.)])\s+/
/** A dotted line to write on, as paper forms have. */
const DOTS = /\s*(?:[_.…]{3,}|…+)\s*$/

const END = '[\\s.,:;!?]*$'
const REFUSALS =
  '(?:wole|nie chce) nie (?:odpowiadac|podawac|mowic)|nie chce (?:odpowiadac|odpowiedziec|podawac|podac|mowic|powiedziec)|odmawiam(?: odpowiedzi)?|odmowa(?: odpowiedzi)?|wole nie odpowiadac'
const UNSURE = 'nie wiem|trudno powiedziec|nie mam zdania|nie pamietam'
const list = (words: string): RegExp => new RegExp(`^(?:${words})(?:\\s*[/,(–-]\\s*(?:${words})\\)?)*${END}`)

/** What labels mean by themselves, and the code that always stands for it. */
const SPECIAL: readonly (readonly [RegExp, string])[] = [
  [list(UNSURE), DONT_KNOW],
  [list(REFUSALS), REFUSED],
  [list('nie dotyczy(?: mnie)?'), NOT_APPLICABLE],
]
const OTHER =
  /^(?:inn[eyai]|inaczej|cos innego|co innego|ktos inny)(?:\s+(?:odpowiedz|powod|przyczyna|sposob|osoba|forma|usluga|miejsce)[a-z]*)?\s*(?:$|[,:;(?–-].*$|jak[aeiou].*$)/
const NONE =
  /^(?:zad(?:ne|na|en|nych|nego|nej)(?:\s+(?:z|ze)\s.*|\s+powyzszych.*)?|nic(?:\s+z\s.*)?|zaden z.*)[\s.]*$/

interface Line {
  readonly label: string
  readonly code?: string
}

function withCode(line: string): Line {
  const [first = '', ...others] = line.split('\t').map((cell) => cell.trim())
  const label = others.join(' ').trim()
  return CODE.test(first) && label !== ''
    ? { code: first, label }
    : { label: [first, ...others].join(' ').trim() }
}

/** As much as a label can hold, no sign of two parts cut in half. */
const fitting = (label: string): string =>
  label
    .slice(0, LONGEST_LABEL)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trim()

const isNumbered = (line: string): boolean => NUMBER.test(line)

/** Lines with words, without bullets, and without numbers where most lines have them. */
function linesOf(text: string): readonly Line[] {
  const lines = text
    .replaceAll('\u0000', '')
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => line.slice(0, 2 * LONGEST_LABEL).replace(/\p{Cs}/gu, ''))
    .map((line) => (line.includes('\t') ? line : line.replace(BULLET, '')))
    .filter((line) => line.trim() !== '')
  const drops = lines.filter(isNumbered).length * 2 > lines.length
  return lines
    .map((line) => withCode(drops ? line.replace(NUMBER, '') : line))
    .map(({ code, label }) => ({
      label: fitting(label.replace(DOTS, '')),
      ...(code !== undefined && { code }),
    }))
    .filter(({ label }) => label !== '')
}

const meaning = (label: string): string => plainLetters(label).replace(/\s+/g, ' ').trim()

/** What the words of an option ask for besides. */
function asksFor(label: string): Pick<Option, 'allowsText' | 'exclusive'> {
  const words = meaning(label)
  return { ...(OTHER.test(words) && { allowsText: true }), ...(NONE.test(words) && { exclusive: true }) }
}

class Pasting {
  private readonly used = new Set<string>()
  private next: number

  constructor(private readonly existing: readonly Option[]) {
    const numbers = existing.map(({ code }) => (/^\d{1,6}$/.test(code) ? Number(code) : 0))
    this.next = Math.max(0, ...numbers) + 1
  }

  private found(label: string): Option | undefined {
    return this.existing.find(
      (option) => meaning(option.label) === meaning(label) && !this.used.has(option.code),
    )
  }

  private isFree(code: string): boolean {
    return !this.used.has(code) && !this.existing.some((option) => option.code === code)
  }

  private freshCode(told: ReadonlySet<string>): string {
    while (!this.isFree(String(this.next)) || told.has(String(this.next))) this.next += 1
    return String(this.next)
  }

  option({ label, code }: Line, told: ReadonlySet<string>): Option {
    const own = code === undefined ? this.found(label) : this.existing.find((option) => option.code === code)
    if (own !== undefined && !this.used.has(own.code)) {
      this.used.add(own.code)
      const isSame = own.label === label || code === undefined
      return isSame ? own : { ...own, label }
    }
    const special = SPECIAL.find(([words]) => words.test(meaning(label)))?.[1]
    const wanted = [code, special].find((one) => one !== undefined && this.isFree(one))
    const chosen = wanted ?? this.freshCode(told)
    this.used.add(chosen)
    return { code: chosen, label, ...asksFor(label) }
  }
}

/**
 * Options out of pasted text, a label a line. Bullets go, numbers too where most lines have them. A line may begin with
 * a code and a tabulator. A label that is there keeps its option with its code, „inne, jakie?” asks for text, „żadne z
 * powyższych” excludes all others, and „nie wiem”, „wolę nie odpowiadać”, „nie dotyczy” have their special codes. A
 * new label never takes the code of an option that was there: answers given under it would change their meaning.
 */
export function pasteOptions(text: string, existing: readonly Option[]): readonly Option[] {
  const lines = linesOf(text).slice(0, MOST_OPTIONS)
  const told = new Set(lines.flatMap(({ code }) => (code === undefined ? [] : [code])))
  const pasting = new Pasting(existing)
  const labels = new Set<string>()
  return lines.flatMap((line): readonly Option[] => {
    if (labels.has(line.label) && line.code === undefined) return []
    labels.add(line.label)
    return [pasting.option(line, told)]
  })
}
