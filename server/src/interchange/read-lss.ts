import type { LssDocument, LssRow } from '@rozeznanie/core/interchange'
import { unreadable } from '../kernel/reading/unreadable.ts'
import { readXml } from '../kernel/reading/xml.ts'

const MOST_ELEMENTS = 300_000
const LONGEST_FIELD = 100_000
const ROOT = 1

/** Takes down an export of LimeSurvey: `document > table > rows > row > field`. */
class LssTaker {
  readonly path: string[] = []
  readonly tables = new Map<string, LssRow[]>()
  readonly languages: string[] = []
  type = ''
  private row: [string, string][] = []
  private value = ''

  open(name: string): void {
    if (this.path.length === 0 && name !== 'document')
      throw unreadable(
        'To nie jest plik ankiety LimeSurvey (.lss). Z plików XML wczytujemy tylko ankiety LimeSurvey.',
      )
    this.path.push(name)
    this.value = ''
    if (name === 'row') this.row = []
  }

  text(text: string): void {
    this.value = (this.value + text).slice(0, LONGEST_FIELD)
  }

  close(name: string): void {
    this.path.pop()
    const [, table = '', rows = ''] = this.path
    const parent = this.path[this.path.length - 1]
    if (parent === 'row' && rows === 'rows') this.row.push([name, this.value])
    else if (name === 'row' && parent === 'rows') this.closeRow(table)
    else if (name === 'language' && parent === 'languages') this.languages.push(this.value.trim())
    else if (name === 'LimeSurveyDocType' && this.path.length === ROOT) this.type = this.value.trim()
    this.value = ''
  }

  private closeRow(table: string): void {
    const rows = this.tables.get(table) ?? []
    rows.push(Object.fromEntries(this.row))
    this.tables.set(table, rows)
  }
}

/** Reads an export of LimeSurvey. @throws InvalidInputError for what is no such file, is broken or implausible */
export async function readLss(bytes: Uint8Array): Promise<LssDocument> {
  const taker = new LssTaker()
  await readXml([bytes], taker, MOST_ELEMENTS)
  return { type: taker.type, languages: taker.languages, tables: Object.fromEntries(taker.tables) }
}
