import type { Expression, Section } from '../../questionnaire/index.ts'
import { draftOf } from '../draft.ts'
import { Ledger } from '../ledger.ts'
import type { FormPlace, ImportedForm } from '../model.ts'
import { claim } from '../names.ts'
import { withoutBrokenRules, type RulePlaces } from '../sound-rules.ts'
import { LssReader } from './read-question.ts'
import { reportSurvey } from './unused.ts'
import { LssTables, type LssDocument, type LssRow } from './tables.ts'

const COLUMNS: RulePlaces['columns'] = {
  visibleIf: 'relevance',
  rowVisibleIf: 'relevance',
  requiredIf: 'mandatory',
  optionFilter: 'relevance',
  constraint: 'em_validation_q',
  expression: 'equation',
  text: 'question',
}
const MOST_QUESTIONS = 3000
const SURVEY: FormPlace = { sheet: 'ankieta', row: 1 }

function questionsOf(tables: LssTables): readonly LssRow[] {
  const all = tables.rows('questions').filter((row) => Number(row['parent_qid'] ?? 0) === 0)
  return tables.inOrder(all, 'question_order')
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
  const { ledger, expressions } = reader
  const sheet = `grupa ${index + 1}`
  const at = { sheet, row: 1, column: 'grelevance' }
  const heading = reader.parts.text({ sheet, row: 1 }, group, ['groups', 'gid', 'group_name'], 300)
  const description = reader.parts.text({ sheet, row: 1 }, group, ['groups', 'gid', 'description'])
  const when = expressions.expression(at, group['grelevance'] ?? '', 'condition')
  const conditions: readonly Expression[] = when === null ? [] : [when]
  const own = questionsOf(tables).filter(({ gid }) => gid === group['gid'])
  const questions = own.flatMap((question, at) => {
    const place = { sheet, row: at + 1 }
    const read = reader.read(question, place, conditions)
    for (const { key } of read) places.set(key, place)
    if (!ledger.hasLoss(place)) ledger.kept(place, `„${question['title'] ?? ''}” wczytano w całości.`)
    return read
  })
  if (questions.length === 0) return []
  places.set(`czesc_${index + 1}`, { sheet, row: 1 })
  const languages = new Set([...Object.keys(heading.others), ...Object.keys(description.others)])
  const translations = Object.fromEntries(
    [...languages].map((code) => {
      const [title, told] = [heading.others[code], description.others[code]]
      return [code, { ...(title && { title }), ...(told && { description: told }) }] as const
    }),
  )
  return [
    {
      key: `czesc_${index + 1}`,
      title: heading.base === '' ? `Część ${index + 1}` : heading.base,
      ...(description.base !== '' && { description: description.base }),
      ...(languages.size > 0 && { translations }),
      questions,
    },
  ]
}

/**
 * Makes a questionnaire of a survey of LimeSurvey (`.lss`). Each question is in the report.
 *
 * @throws FormBrokenError when the file is no survey or has no questions
 */
export function importLss(document: LssDocument): ImportedForm {
  const ledger = new Ledger()
  const tables = new LssTables(document, ledger)
  const all = questionsOf(tables)
  if (all.length === 0) ledger.broken(SURVEY, 'w pliku nie ma pytań.')
  if (all.length > MOST_QUESTIONS) ledger.broken(SURVEY, `ankieta ma ponad ${MOST_QUESTIONS} pytań.`)
  const seen = new Set<string>()
  const twice = all.find(({ title = '' }) => seen.size === seen.add(title).size)?.['title']
  if (twice !== undefined)
    ledger.broken(
      SURVEY,
      `kod pytania „${twice}” występuje dwa razy. Prosimy zmienić go w LimeSurvey i wyeksportować ankietę ponownie.`,
    )
  ledger.assertWhole()
  const reader = new LssReader(tables, ledger)
  for (const question of all) reader.names.take(question)
  reportSurvey(tables, ledger)
  const places = new Map<string, FormPlace>()
  const groups = tables.inOrder(tables.rows('groups'), 'group_order')
  const sections = groups.flatMap((group, index) => sectionOf({ tables, reader, places }, group, index))
  const [settings] = tables.having('surveys_languagesettings', 'surveyls_language', tables.base)
  const told = (field: string, longest = 2000) => {
    const place = { ...SURVEY, column: field }
    return reader.expressions.text(place, settings?.[field] ?? '', { longest, takesAnswers: false })
  }
  const paragraphs = (field: string) => [told(field)].filter((text) => text !== '')
  ledger.approximated(
    SURVEY,
    'Ankieta nie mówi, dla kogo jest ani ile trwa: prosimy uzupełnić to w edytorze.',
  )
  const questionnaire = draftOf({
    key: claim(new Set(), `limesurvey_${(tables.rows('surveys')[0]?.['sid'] ?? '').replace(/\D/g, '')}`),
    title: told('surveyls_title', 300),
    description: told('surveyls_description'),
    intro: paragraphs('surveyls_welcometext'),
    thanks: paragraphs('surveyls_endtext'),
    sections,
  })
  return {
    questionnaire: withoutBrokenRules(questionnaire, ledger, {
      placeOf: (key) => places.get(key) ?? SURVEY,
      columns: COLUMNS,
    }),
    report: ledger.report,
  }
}
