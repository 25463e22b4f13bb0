import { type PopulationStructure, readStructureTable } from '@rozeznanie/core/fieldwork'
import type { Context } from '../context.ts'
import { isZip } from '../kernel/reading/archive.ts'
import { readCsv } from '../kernel/reading/csv.ts'
import { unreadable } from '../kernel/reading/unreadable.ts'
import { readWorkbook } from '../kernel/reading/workbook.ts'
import { forbidden } from '../kernel/refusals.ts'
import type { Upload } from '../kernel/upload.ts'
import { organisedSurvey } from './fieldwork.access.ts'
import { findLocalityKinds } from './locality.store.ts'

const MOST_ROWS = 5_000
const WORKBOOK = {
  unpackedBytes: 20 * 1024 * 1024,
  rows: MOST_ROWS,
  columns: 100,
  cellLength: 500,
  elements: 500_000,
}

async function rowsOf(bytes: Uint8Array): Promise<readonly (readonly string[])[]> {
  if (!isZip(bytes)) return readCsv(bytes, { mostRows: MOST_ROWS, keepsEmptyRows: false })
  const sheets = await readWorkbook(bytes, WORKBOOK)
  const filled = sheets.find(({ rows }) => rows?.some((row) => row.some((cell) => cell !== '')))
  if (!filled?.rows) throw unreadable('W pliku XLSX nie ma arkusza z danymi.')
  return filled.rows
}

/** Reads a table of the population out of a file; nothing is stored. For organisers of the survey. */
export async function readStructure(
  context: Context,
  surveyId: string,
  { bytes }: Upload,
): Promise<{ readonly structure: PopulationStructure }> {
  const survey = await organisedSurvey(context, surveyId)
  if (!survey) throw forbidden()
  const rows = (await rowsOf(bytes)).filter((row) => row.some((cell) => cell.trim() !== ''))
  const localities = await findLocalityKinds(context.db, survey.localities)
  return { structure: readStructureTable(rows, localities, survey.municipalityName) }
}
