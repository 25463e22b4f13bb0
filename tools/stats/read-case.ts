import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { ArgumentRefusedError } from '@rozeznanie/core/statistics/design'
import type { CaseFile } from './case.ts'
import { readCsv } from './csv.ts'
import { chooseRows, frameOf, type Frame } from './frame.ts'
import type { CaseData } from './run-case.ts'

/** A file named in a case: relative to the folder above `cases/`, or to the case itself. */
function fileBeside(casePath: string, name: string): string {
  const folder = path.dirname(path.resolve(casePath))
  const found = [path.dirname(folder), folder].map((root) => path.join(root, name)).find(existsSync)
  if (!found) throw new ArgumentRefusedError(`nie ma pliku „${name}” obok przypadku.`)
  return found
}

/** The case that made a file of weights (`weights/D07.csv` → `D07.json` beside the case), if it is there. */
function makerOf(casePath: string, weightsName: string): CaseFile | null {
  const makerPath = path.join(path.dirname(casePath), `${path.basename(weightsName, '.csv')}.json`)
  return existsSync(makerPath) ? parsed(makerPath) : null
}

/** Rows that have every column of the cases' margins: the numbering that a weights file may follow. */
function completeRows(frame: Frame, cases: readonly (CaseFile | null)[]): number[] {
  const names = cases
    .flatMap((file) => [...Object.keys(file?.task.margins ?? {}), ...(file?.task.items ?? [])])
    .filter((name) => frame.has(name))
  const columns = names.map((name) => frame.labels(name))
  return Array.from({ length: frame.rowCount }, (_, row) => row).filter((row) =>
    columns.every((column) => column[row] !== null),
  )
}

function withFileWeights(frame: Frame, file: CaseFile, casePath: string): CaseData {
  const name = file.design?.weight
  if (!name?.endsWith('.csv')) return { frame, fileWeights: null }
  const table = frameOf(readCsv(readFileSync(fileBeside(casePath, name), 'utf8')))
  const rows = [...table.numbers('row')].map((row) => row - 1)
  const weights = table.numbers('weight')
  const complete = completeRows(frame, [file, makerOf(casePath, name)])
  const isOfComplete = rows.length < frame.rowCount && rows.length === complete.length
  const chosen = isOfComplete ? chooseRows(frame, complete) : frame
  const fileWeights = new Float64Array(chosen.rowCount)
  rows.forEach((row, at) => (fileWeights[row] = weights[at]!))
  return { frame: chosen, fileWeights }
}

/** The file's JSON as it stands; `runCase` looks at its shape. */
function parsed(casePath: string): CaseFile {
  try {
    return JSON.parse(readFileSync(casePath, 'utf8')) as CaseFile
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw new ArgumentRefusedError(`plik „${casePath}” nie jest poprawnym JSON: ${error.message}.`)
  }
}

/** Reads a case and its data. */
export function readCase(casePath: string): { readonly file: CaseFile; readonly data: CaseData | null } {
  const file = parsed(casePath)
  if (!file?.data || typeof file.data !== 'string') return { file, data: null }
  const frame = frameOf(readCsv(readFileSync(fileBeside(casePath, file.data), 'utf8')))
  return { file, data: withFileWeights(frame, file, casePath) }
}
