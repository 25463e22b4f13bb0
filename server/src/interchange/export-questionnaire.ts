import { exportSurveyJs, exportXlsForm } from '@rozeznanie/core/interchange'
import type { Context } from '../context.ts'
import { canEditQuestionnaire, canSeeQuestionnaire } from '../questionnaire/questionnaire.access.ts'
import { findDraft, findQuestionnaire, findVersion, type StoredDocument } from './interchange.store.ts'
import { writeWorkbook } from './write-workbook.ts'

/** A stored state of a questionnaire, and whether it is the draft. */
interface State extends StoredDocument {
  readonly isDraft: boolean
}

/** Which state of a questionnaire is wanted: a version by its number, the draft, or the newest there is. */
export type WantedState =
  | { readonly kind: 'version'; readonly number: number }
  | { readonly kind: 'draft' }
  | { readonly kind: 'newest' }

async function stateOf(
  { db, viewer }: Pick<Context, 'db' | 'viewer'>,
  key: string,
  wanted: WantedState,
): Promise<State | null> {
  const found = await findQuestionnaire(db, key)
  if (!found || !canSeeQuestionnaire(viewer, found.organisationId)) return null
  const number = wanted.kind === 'version' ? wanted.number : null
  const version = wanted.kind === 'draft' ? null : await findVersion(db, found.id, number)
  if (version) return { ...version, isDraft: false }
  if (wanted.kind === 'version' || !canEditQuestionnaire(viewer, found.organisationId)) return null
  const draft = await findDraft(db, found.id)
  return draft && { ...draft, isDraft: true }
}

const json = (value: unknown): Uint8Array => new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`)
const versionName = ({ number, isDraft }: State): string => (isDraft ? `szkic-${number}` : String(number))

/** How a questionnaire is written in each format. */
const WRITERS = {
  'form.xlsx': {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ending: 'xlsx',
    write: (state: State) => writeWorkbook(exportXlsForm(state.document, versionName(state)).sheets),
  },
  'surveyjs.json': {
    mediaType: 'application/json; charset=utf-8',
    ending: 'surveyjs.json',
    write: async ({ document }: State) => json(exportSurveyJs(document).json),
  },
  'questionnaire.json': {
    mediaType: 'application/json; charset=utf-8',
    ending: 'rozeznanie.json',
    write: async ({ document }: State) => json(document),
  },
} as const

export type ExportName = keyof typeof WRITERS
export const EXPORT_NAMES = Object.keys(WRITERS) as readonly ExportName[]

/** A file to be saved. */
export interface ExportedFile {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/** A questionnaire as a file for other programs; null for what the viewer may not see, and for what is not there. */
export async function exportQuestionnaire(
  context: Pick<Context, 'db' | 'viewer'>,
  key: string,
  { name, wanted }: { readonly name: ExportName; readonly wanted: WantedState },
): Promise<ExportedFile | null> {
  const state = await stateOf(context, key, wanted)
  if (state === null) return null
  const { mediaType, ending, write } = WRITERS[name]
  const which = state.isDraft ? 'szkic' : `wersja ${state.number}`
  const title = state.document.title.slice(0, 80).trim()
  return { name: `${title} – ${which}.${ending}`, mediaType, bytes: await write(state) }
}
