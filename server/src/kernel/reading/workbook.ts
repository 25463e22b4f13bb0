import { openArchive, type Archive } from './archive.ts'
import { columnOf, lookOf, numberText, unescaped, type NumberLook } from './cell-text.ts'
import { unreadable } from './unreadable.ts'
import { readXml } from './xml.ts'

/** How much of a workbook is read before it is refused. */
export interface WorkbookLimits {
  readonly unpackedBytes: number
  readonly rows: number
  readonly columns: number
  readonly cellLength: number
  /** Elements of one part of the file. */
  readonly elements: number
}

/** One sheet: its rows from the first of the file on, empty ones included; null when it was not wanted. */
export interface WorkbookSheet {
  readonly name: string
  readonly rows: readonly (readonly string[])[] | null
}

interface Shared {
  readonly texts: readonly string[]
  readonly looks: readonly NumberLook[]
  readonly calendar: 1900 | 1904
}

const MOST_SHEETS = 100
/** Of the parts that only describe the others. */
const MOST_ELEMENTS = 200_000
const NOT_A_WORKBOOK =
  'To nie jest skoroszyt XLSX. Proszę otworzyć plik w arkuszu kalkulacyjnym i zapisać go jako XLSX albo CSV.'

async function readPart(
  archive: Archive,
  name: string,
  reader: Parameters<typeof readXml>[1],
  mostElements = MOST_ELEMENTS,
): Promise<boolean> {
  const part = archive.part(name)
  if (part === null) return false
  await readXml(part, reader, mostElements)
  return true
}

interface Contents {
  readonly sheets: readonly { readonly name: string; readonly part: string }[]
  readonly calendar: 1900 | 1904
}

async function readContents(archive: Archive): Promise<Contents> {
  const targets = new Map<string, string>()
  await readPart(archive, 'xl/_rels/workbook.xml.rels', {
    open: (name, { Id = '', Target = '' }) => {
      if (name !== 'Relationship') return
      targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target.replace(/^\.\//, '')}`)
    },
  })
  const sheets: { name: string; part: string }[] = []
  let calendar: 1900 | 1904 = 1900
  const isThere = await readPart(archive, 'xl/workbook.xml', {
    open: (name, attributes) => {
      if (name === 'workbookPr' && /^(?:1|true)$/.test(attributes['date1904'] ?? '')) calendar = 1904
      if (name !== 'sheet' || sheets.length >= MOST_SHEETS) return
      const id = Object.entries(attributes).find(([key]) => /(?:^|:)id$/.test(key))?.[1] ?? ''
      sheets.push({ name: attributes['name'] ?? '', part: targets.get(id) ?? '' })
    },
  })
  if (!isThere) throw unreadable(NOT_A_WORKBOOK)
  return { sheets, calendar }
}

async function readSharedTexts(
  archive: Archive,
  { cellLength, elements }: WorkbookLimits,
): Promise<readonly string[]> {
  const texts: string[] = []
  const open = { text: '', isText: false, isSound: false }
  await readPart(
    archive,
    'xl/sharedStrings.xml',
    {
      open: (name) => {
        if (name === 'si') open.text = ''
        if (name === 'rPh') open.isSound = true
        open.isText = name === 't' && !open.isSound
      },
      text: (text) => {
        if (open.isText) open.text = (open.text + text).slice(0, cellLength + 1)
      },
      close: (name) => {
        open.isText = false
        if (name === 'rPh') open.isSound = false
        if (name === 'si') texts.push(unescaped(open.text))
      },
    },
    elements,
  )
  return texts
}

async function readLooks(archive: Archive): Promise<readonly NumberLook[]> {
  const codes = new Map<number, string>()
  const looks: NumberLook[] = []
  let isCells = false
  await readPart(archive, 'xl/styles.xml', {
    open: (name, attributes) => {
      if (name === 'cellXfs') isCells = true
      if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '')
      if (name !== 'xf' || !isCells) return
      const id = Number(attributes['numFmtId'] ?? 0)
      looks.push(lookOf(id, codes.get(id)))
    },
    close: (name) => {
      if (name === 'cellXfs') isCells = false
    },
  })
  return looks
}

interface OpenCell {
  readonly column: number
  readonly type: string
  readonly look: NumberLook
  value: string
}

/** Takes the cells of one sheet down as texts, and refuses a sheet that is larger than allowed. */
class SheetReader {
  readonly rows: string[][] = []
  private row = 0
  private column = -1
  private cell: OpenCell | null = null
  private takes: 'value' | 'inline' | null = null
  private isSound = false
  constructor(
    private readonly name: string,
    private readonly shared: Shared,
    private readonly limits: WorkbookLimits,
  ) {}

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'row') {
      const given = Number(attributes['r'])
      this.row = Number.isInteger(given) && given > 0 ? given : this.row + 1
      this.column = -1
    } else if (name === 'c') {
      this.column = attributes['r'] === undefined ? this.column + 1 : columnOf(attributes['r'])
      const look = this.shared.looks[Number(attributes['s'] ?? 0)] ?? 'number'
      this.cell = { column: this.column, type: attributes['t'] ?? 'n', look, value: '' }
    } else if (name === 'rPh') this.isSound = true
    else if (name === 'v') this.takes = 'value'
    else if (name === 't' && !this.isSound) this.takes = 'inline'
  }

  text(text: string): void {
    const { cell } = this
    if (cell === null || this.takes === null) return
    if (this.takes === 'inline' && cell.type !== 'inlineStr') return
    cell.value = (cell.value + text).slice(0, this.limits.cellLength + 1)
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.takes = null
    else if (name === 'rPh') this.isSound = false
    else if (name === 'c' && this.cell !== null) {
      this.put(this.cell.column, this.textOf(this.cell))
      this.cell = null
    }
  }

  private textOf({ type, look, value }: OpenCell): string {
    if (type === 's') return this.shared.texts[Number(value)] ?? ''
    if (type === 'b') return value.trim() === '1' ? 'TRUE' : value === '' ? '' : 'FALSE'
    if (type === 'n') return numberText(value, look, this.shared.calendar)
    return type === 'd' ? value.replace(/T00:00:00(?:\.0+)?Z?$/, '') : unescaped(value)
  }

  private put(column: number, text: string): void {
    if (text.trim() === '') return
    const { rows, columns, cellLength } = this.limits
    const where = `Arkusz „${this.name}”, wiersz ${this.row}`
    if (this.row > rows) throw unreadable(`${where}: arkusz może mieć najwyżej ${rows} wierszy.`)
    if (column >= columns || column < 0)
      throw unreadable(`${where}: arkusz może mieć najwyżej ${columns} kolumn.`)
    if (text.length > cellLength)
      throw unreadable(`${where}: w jednej komórce może być najwyżej ${cellLength} znaków.`)
    while (this.rows.length < this.row) this.rows.push([])
    const cells = this.rows[this.row - 1] ?? []
    while (cells.length < column) cells.push('')
    cells[column] = text
  }
}

/**
 * Reads the sheets of an XLSX workbook, each cell as the text a person sees; `isWanted` names those to read.
 *
 * @throws InvalidInputError for macros, for what is no workbook, is broken, or is larger than allowed
 */
export async function readWorkbook(
  bytes: Uint8Array,
  limits: WorkbookLimits,
  isWanted: (name: string) => boolean = () => true,
): Promise<readonly WorkbookSheet[]> {
  const archive = openArchive(bytes, limits.unpackedBytes)
  if (archive.names.some((name) => /vbaProject/i.test(name)))
    throw unreadable('Plik zawiera makra. Proszę zapisać go jako zwykły skoroszyt XLSX, bez makr.')
  const { sheets, calendar } = await readContents(archive)
  const [texts, looks] = [await readSharedTexts(archive, limits), await readLooks(archive)]
  const read: WorkbookSheet[] = []
  for (const { name, part } of sheets) {
    const reader = new SheetReader(name, { texts, looks, calendar }, limits)
    const isRead = isWanted(name) && (await readPart(archive, part, reader, limits.elements))
    read.push({ name, rows: isRead ? reader.rows : null })
  }
  return read
}
