import { decodeText } from '../kernel/reading/csv.ts'
import { unreadable } from '../kernel/reading/unreadable.ts'

const DEEPEST = 60
const MOST_VALUES = 300_000
const MARK = '\ufeff'

const [QUOTE, COMMA, BACKSLASH] = [34, 44, 92]
const OPENING = [91, 123]
const CLOSING = [93, 125]

/** Counts brackets and commas outside texts before anything is built of them. */
function assertPlausible(text: string): void {
  let depth = 0
  let values = 0
  let isText = false
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at)
    if (isText) {
      if (sign === BACKSLASH) at += 1
      else if (sign === QUOTE) isText = false
    } else if (sign === QUOTE) isText = true
    else if (sign === COMMA) values += 1
    else if (CLOSING.includes(sign)) depth -= 1
    else if (OPENING.includes(sign)) {
      depth += 1
      values += 1
    }
    if (depth > DEEPEST)
      throw unreadable('Plik JSON jest zagnieżdżony zbyt głęboko, więc nie został otwarty.')
    if (values > MOST_VALUES) throw unreadable('Plik JSON jest nienaturalnie duży, więc nie został otwarty.')
  }
}

/** Where JSON breaks off, from the message of the engine: the only place it tells. */
function lineOf(text: string, error: unknown): string {
  const position = error instanceof Error ? /position (\d+)/.exec(error.message)?.[1] : undefined
  return position === undefined ? '' : ` w wierszu ${text.slice(0, Number(position)).split('\n').length}`
}

/** Reads JSON. @throws InvalidInputError for what is no JSON, is nested too deep or implausibly large */
export function readJson(bytes: Uint8Array): unknown {
  const text = decodeText(bytes).replace(MARK, '')
  assertPlausible(text)
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    throw unreadable(
      `Plik nie jest poprawnym plikiem JSON: błąd jest${lineOf(text, error) || ' na końcu pliku'}. Proszę pobrać go ponownie z programu, w którym powstał.`,
    )
  }
}
