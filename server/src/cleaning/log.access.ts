import { inForce, reasonInWords } from '@rozeznanie/core/cleaning'
import type { CleaningCounts } from '@rozeznanie/core/report'
import { cleanedSurvey } from './cleaning.access.ts'
import { findAllLines, type ToldLine } from './log.store.ts'
import { inWords } from './read-log.ts'

const KINDS: Readonly<Record<ToldLine['kind'], string>> = {
  CHANGE: 'zmiana odpowiedzi',
  BLANK: 'usunięcie odpowiedzi',
  EXCLUDE: 'pominięcie w wynikach',
  INCLUDE: 'przywrócenie do wyników',
  KEEP: 'pozostawienie bez zmian',
  UNDO: 'cofnięcie decyzji',
}
const SOURCES: Readonly<Record<ToldLine['source'], string>> = {
  CLEANING: 'sprawdzanie jakości',
  DOUBLE_ENTRY: 'podwójne wpisywanie',
  CONFLICT: 'dwie treści jednej ankiety',
}

type LogContext = Parameters<typeof cleanedSurvey>[0]

/** What was decided in a survey, counted for its report; `null` where nothing was or the viewer does not organise it. */
export async function cleaningCounts(context: LogContext, surveyId: string): Promise<CleaningCounts | null> {
  if (!(await cleanedSurvey(context, surveyId))) return null
  const lines = await findAllLines(context.db, surveyId)
  const edited = new Set<string>()
  const excluded = new Map<string, string>()
  for (const { kind, responseId, reason } of inForce(lines) as readonly ToldLine[]) {
    if (kind === 'CHANGE' || kind === 'BLANK') edited.add(responseId)
    if (kind === 'EXCLUDE') excluded.set(responseId, reason)
    if (kind === 'INCLUDE') excluded.delete(responseId)
  }
  if (edited.size + excluded.size === 0) return null
  const reasons = [...excluded.values()]
  return {
    excludedCount: excluded.size,
    correctedCount: [...edited].filter((id) => !excluded.has(id)).length,
    excludedFor: [...new Set(reasons)].map((reason) => ({
      reason: reasonInWords(reason),
      count: reasons.filter((other) => other === reason).length,
    })),
  }
}

/** A table of texts: a header and rows. */
export interface LogTable {
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

const dayOf = (at: Date): string => at.toISOString().slice(0, 10)

/**
 * The log as it may leave the organisation beside a report: what was done where and why, without anybody's answers,
 * numbers of sheets, remarks and names.
 */
export async function publicLog(context: LogContext, surveyId: string): Promise<LogTable> {
  const lines = await inWords(context, surveyId, await findAllLines(context.db, surveyId))
  return {
    header: ['Wpis nr', 'Dzień', 'Decyzja', 'Miejsce', 'Powód', 'Skąd', 'Cofnięty wpisem nr'],
    rows: lines.map((line) => [
      String(line.number),
      dayOf(line.at),
      KINDS[line.kind],
      line.place,
      line.reasonWords,
      SOURCES[line.source],
      line.undoneBy === null ? '' : String(line.undoneBy),
    ]),
  }
}

/** The whole log for the organiser's own records; `null` for anybody else. */
export async function wholeLog(context: LogContext, surveyId: string): Promise<LogTable | null> {
  if (!(await cleanedSurvey(context, surveyId))) return null
  const lines = await inWords(context, surveyId, await findAllLines(context.db, surveyId))
  return {
    header: [
      ...['Wpis nr', 'Chwila', 'Kto', 'Ankieta', 'Nr arkusza', 'Decyzja', 'Miejsce', 'Było', 'Jest'],
      ...['Powód', 'Uwaga', 'Skąd', 'Cofa wpis nr', 'Cofnięty wpisem nr'],
    ],
    rows: lines.map((line) => [
      ...[String(line.number), line.at.toISOString(), line.byName, line.responseId, line.sheetNumber ?? ''],
      ...[KINDS[line.kind], line.place, line.beforeWords ?? '', line.afterWords ?? '', line.reasonWords],
      ...[line.remark, SOURCES[line.source], String(line.undoes ?? ''), String(line.undoneBy ?? '')],
    ]),
  }
}
