import type { Expression, Section } from '../../questionnaire/index.ts'
import { draftOf } from '../draft.ts'
import { withoutTags } from '../json.ts'
import { Ledger } from '../ledger.ts'
import type { FormPlace, ImportedForm } from '../model.ts'
import { claim } from '../names.ts'
import { withoutBrokenRules } from '../sound-rules.ts'
import { LssReader } from './read-question.ts'
import { LssTables, type LssDocument, type LssRow } from './tables.ts'

const paragraphs = (html: string | undefined): readonly string[] => {
  const text = withoutTags(html ?? '')
    .replace(/[{}]/g, '')
    .slice(0, 2000)
  return text === '' ? [] : [text]
}

function questionsOf(tables: LssTables): readonly LssRow[] {
  return tables.ordered('questions', 'question_order').filter((row) => Number(row['parent_qid'] ?? 0) === 0)
}

function sectionOf(
  {
    tables,
    reader,
    places,
  }: { readonly tables: LssTables; readonly reader: LssReader; readonly places: Map<string, FormPlace> },
  group: LssRow,
  index: number,
): readonly Section[] {
  const { ledger } = reader
  const name = withoutTags(tables.texts(group, 'groups', 'gid', 'group_name').base).slice(0, 300)
  const description = withoutTags(tables.texts(group, 'groups', 'gid', 'description').base).slice(0, 2000)
  const at = { sheet: 'groups', row: index + 1, column: 'grelevance' }
  const when = reader.expression(at, group['grelevance'] ?? '', 'condition')
  const conditions: readonly Expression[] = when === null ? [] : [when]
  const all = questionsOf(tables)
  const questions = all.flatMap((question, row) => {
    if (question['gid'] !== group['gid']) return []
    const place = { sheet: 'questions', row: row + 1 }
    const read = reader.read(question, place, conditions)
    for (const { key } of read) places.set(key, place)
    if (!ledger.hasLoss(place)) ledger.kept(place, `„${question['title'] ?? ''}” wczytano w całości.`)
    return read
  })
  if (questions.length === 0) return []
  const title = name === '' ? `Część ${index + 1}` : name
  return [{ key: `czesc_${index + 1}`, title, ...(description !== '' && { description }), questions }]
}

/**
 * Makes a questionnaire of a survey of LimeSurvey (`.lss`). Each question is in the report.
 *
 * @throws FormBrokenError when the file is no survey or has no questions
 */
export function importLss(document: LssDocument): ImportedForm {
  const ledger = new Ledger()
  const tables = new LssTables(document, ledger)
  const start: FormPlace = { sheet: 'questions', row: 1 }
  const all = questionsOf(tables)
  if (all.length === 0) ledger.broken(start, 'w pliku nie ma pytań.')
  const codes = all.map(({ title = '' }) => title)
  const twice = codes.findIndex((code, at) => codes.indexOf(code) !== at)
  if (twice >= 0)
    ledger.broken(
      { sheet: 'questions', row: twice + 1 },
      `kod pytania „${codes[twice] ?? ''}” występuje dwa razy.`,
    )
  ledger.assertWhole()
  const reader = new LssReader(tables, ledger)
  for (const question of all) reader.name(question)
  const places = new Map<string, FormPlace>()
  const groups = tables.ordered('groups', 'group_order')
  const sections = groups.flatMap((group, index) => sectionOf({ tables, reader, places }, group, index))
  const [settings] = tables
    .ordered('surveys_languagesettings', 'surveyls_survey_id')
    .filter(({ surveyls_language }) => surveyls_language === tables.base)
  ledger.approximated(
    { sheet: 'survey', row: 1 },
    'Ankieta nie mówi, dla kogo jest ani ile trwa: prosimy uzupełnić to w edytorze.',
  )
  const questionnaire = draftOf({
    key: claim(new Set(), `limesurvey_${(tables.rows('surveys')[0]?.['sid'] ?? '').replace(/\D/g, '')}`),
    title: withoutTags(settings?.['surveyls_title'] ?? '').slice(0, 300),
    description: withoutTags(settings?.['surveyls_description'] ?? '')
      .replace(/[{}]/g, '')
      .slice(0, 2000),
    intro: paragraphs(settings?.['surveyls_welcometext']),
    thanks: paragraphs(settings?.['surveyls_endtext']),
    sections,
  })
  return {
    questionnaire: withoutBrokenRules(questionnaire, ledger, (key) => places.get(key) ?? start),
    report: ledger.report,
  }
}
