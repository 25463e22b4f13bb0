import type { LossEntry } from '@rozeznanie/core/interchange'
import { parseQuestionnaire, type Questionnaire } from '@rozeznanie/core/questionnaire'

export const EXPORT_FORMATS = ['xlsform', 'surveyjs', 'own'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

const FILES: Readonly<Record<ExportFormat, string>> = {
  xlsform: 'form.xlsx',
  surveyjs: 'surveyjs.json',
  own: 'questionnaire.json',
}

/** What the address says of the state wanted: the number of a version, or the draft. */
export const DRAFT = 'szkic'

export const asFormat = (word: string | null): ExportFormat =>
  EXPORT_FORMATS.find((format) => format === word) ?? 'xlsform'

/** Where the server gives a questionnaire out as a file. */
export function downloadPath(key: string, state: string, format: ExportFormat): string {
  const which = state === DRAFT ? 'szkic=1' : `wersja=${encodeURIComponent(state)}`
  return `/download/questionnaires/${encodeURIComponent(key)}/${FILES[format]}?${which}`
}

async function loadDocument(key: string, state: string): Promise<Questionnaire> {
  const reply = await fetch(downloadPath(key, state, 'own'))
  if (!reply.ok) throw new Error(`The server answered ${reply.status}`)
  return parseQuestionnaire((await reply.json()) as unknown)
}

/** What writing a state of a questionnaire costs; the writers are fetched when first needed. */
export async function exportReport(
  key: string,
  state: string,
  format: ExportFormat,
): Promise<readonly LossEntry[]> {
  if (format === 'own') return []
  const [questionnaire, { exportSurveyJs, exportXlsForm }] = await Promise.all([
    loadDocument(key, state),
    import('@rozeznanie/core/interchange'),
  ])
  return (format === 'xlsform' ? exportXlsForm(questionnaire) : exportSurveyJs(questionnaire)).report
}
