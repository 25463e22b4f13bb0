import { RegisterFileRefusedError } from './errors.ts'

/** Columns of the official file, in order. */
export const TERC_COLUMNS = ['WOJ', 'POW', 'GMI', 'RODZ', 'NAZWA', 'NAZWA_DOD', 'STAN_NA'] as const

/** A row as it stands in the file: every field a text, empty where the file has none. */
export type TercRow = Readonly<Record<(typeof TERC_COLUMNS)[number], string>>

function toRow(line: string, place: number): TercRow {
  const cells = line.split(';')
  if (cells.length !== TERC_COLUMNS.length) {
    throw new RegisterFileRefusedError(
      `Wiersz ${place} pliku ma ${cells.length} pól zamiast ${TERC_COLUMNS.length}. Prosimy pobrać plik TERC jeszcze raz i nie zmieniać go w arkuszu.`,
    )
  }
  const [WOJ = '', POW = '', GMI = '', RODZ = '', NAZWA = '', NAZWA_DOD = '', STAN_NA = ''] = cells.map(
    (cell) => cell.trim(),
  )
  return { WOJ, POW, GMI, RODZ, NAZWA, NAZWA_DOD, STAN_NA }
}

/**
 * Rows of the official CSV: `;`, no quotes, with or without BOM, CRLF or LF, empty lines at the end.
 * @throws RegisterFileRefusedError when it is not such a file
 */
export function parseTercCsv(text: string): readonly TercRow[] {
  const [head = '', ...lines] = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  if (head.trim() !== TERC_COLUMNS.join(';')) {
    throw new RegisterFileRefusedError(
      `To nie jest plik TERC: pierwszy wiersz powinien brzmieć ${TERC_COLUMNS.join(';')}. Prosimy wybrać plik TERC_Urzedowy pobrany z eTERYT.`,
    )
  }
  return lines.flatMap((line, index) => (line.trim() === '' ? [] : [toRow(line, index + 2)]))
}
