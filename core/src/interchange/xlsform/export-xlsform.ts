import { everyQuestion, type Question, type Questionnaire, type Section } from '../../questionnaire/index.ts'
import { fieldWords, headline } from '../field-words.ts'
import { Ledger } from '../ledger.ts'
import { languageName } from '../languages.ts'
import type { ExportedXlsForm, XlsFormSheets } from '../model.ts'
import { recordOf, type OwnRecord } from '../own-record.ts'
import { ExportLists } from './export-lists.ts'
import { exportNames } from './export-names.ts'
import { pipedCells, rowHere, writeQuestion, type FormWriting } from './export-question.ts'
import { ExportRules } from './export-rules.ts'
import { OPTION_COLUMNS, OWN_RECORD, OWN_ROLE, recordCells, ROLES } from './own-columns.ts'
import { readForm } from './read-form.ts'
import { asSheet, inLanguages, textCells, type WrittenCells } from './written-rows.ts'

const ORDER = [
  'type', 'list_name', 'form_title', 'form_id', 'version', 'default_language', 'name', 'label', 'hint', 'required', 'relevant',
  'constraint', 'constraint_message', 'calculation', 'choice_filter', 'appearance', 'parameters', 'repeat_count',
] // prettier-ignore

function writeSection(writing: FormWriting, section: Section): void {
  const { names, rules, rows, places } = writing
  const name = names.sections.get(section.key) ?? section.key
  const label = pipedCells(
    writing,
    rowHere(writing, []),
    'label',
    section.title,
    inLanguages(section.translations, 'title'),
    name,
  )
  const relevant = rules.condition(rowHere(writing, []), 'relevant', section.visibleIf)
  places.set(`s:${section.key}`, rows.length)
  rows.push({ type: 'begin_group', name, ...label, relevant, [OWN_RECORD]: '{}' })
  if (section.description !== undefined && section.description !== '') {
    const others = inLanguages(section.translations, 'description')
    const shown = pipedCells(writing, rowHere(writing, []), 'label', section.description, others, name)
    rows.push({ type: 'note', name: names.fresh(`${name}_opis`), ...shown, [OWN_ROLE]: ROLES.description })
  }
  for (const question of section.questions) writeQuestion(writing, question, [])
  rows.push({ type: 'end_group' })
}

function writeNote(writing: FormWriting, wanted: string, texts: readonly string[], role: string): void {
  if (texts.join('').trim() === '') return
  writing.rows.push({
    type: 'note',
    name: writing.names.fresh(wanted),
    ...textCells('label', texts.join('\n\n')),
    [OWN_ROLE]: role,
  })
}

function choiceRows({ lists }: ExportLists): readonly WrittenCells[] {
  return [...lists].flatMap(([list_name, options]) =>
    options.map(({ code, label, value, exclusive, allowsText, translations }) => ({
      list_name,
      name: code,
      ...textCells('label', label, inLanguages(translations, 'label')),
      [OPTION_COLUMNS.value]: value === undefined ? '' : String(value),
      [OPTION_COLUMNS.exclusive]: exclusive ? 'yes' : '',
      [OPTION_COLUMNS.allowsText]: allowsText ? 'yes' : '',
    })),
  )
}

function sheetsOf(writing: FormWriting, settings: WrittenCells): XlsFormSheets {
  return {
    survey: asSheet(writing.rows, ORDER),
    choices: asSheet(choiceRows(writing.lists), ORDER),
    settings: asSheet([settings], ORDER),
  }
}

const WORDED_OTHERWISE = [
  'visibleIf', 'requiredIf', 'rowVisibleIf', 'optionFilter', 'constraint', 'expression', 'options', 'list', 'only', 'rows',
  'rowsList', 'onlyRows', 'text', 'help', 'title', 'description', 'key', 'lists', 'sections',
] // prettier-ignore

function report(writing: FormWriting, at: number, name: string, record: OwnRecord | null): void {
  const place = { sheet: 'survey', row: at + 2 }
  const unseen = Object.keys(record ?? {}).filter((field) => !WORDED_OTHERWISE.includes(field))
  if (unseen.length > 0)
    writing.ledger.approximated(
      place,
      `„${name}”: inne programy nie zobaczą: ${fieldWords(unseen)}. Wróci to przy wczytaniu do Rozeznania.`,
    )
  else if (!writing.ledger.hasLoss(place)) writing.ledger.kept(place, `„${name}” zapisano w całości.`)
}

const nameOf = (whole: Question | Section): string =>
  headline('questions' in whole && !('type' in whole) ? whole.title : whole.text)

function record(writing: FormWriting, place: string, was: object | undefined, is: Question | Section): void {
  const at = writing.places.get(place)
  const cells = at === undefined ? undefined : writing.rows[at]
  if (at === undefined || cells === undefined || was === undefined) return
  const own = recordOf({ ...was }, { ...is }, ['questions'])
  delete cells[OWN_RECORD]
  if (own !== null) Object.assign(cells, recordCells(JSON.stringify(own)))
  report(writing, at, nameOf(is), own)
}

/** Writes beside every row what a reader of the form alone would get wrong. */
function writeRecords(writing: FormWriting, settings: WrittenCells): void {
  const { questionnaire } = writing
  const { questionnaire: read } = readForm(sheetsOf(writing, { ...settings, [OWN_RECORD]: '{}' }))
  const questions = new Map(everyQuestion(read).map((question) => [question.key, question] as const))
  questionnaire.sections.forEach((section, index) =>
    record(writing, `s:${section.key}`, read.sections[index], section),
  )
  for (const question of everyQuestion(questionnaire))
    record(writing, `q:${question.key}`, questions.get(question.key), question)
  const own = recordOf({ ...read }, { ...questionnaire }, ['sections'])
  // Even an empty record says that the form is ours.
  Object.assign(settings, recordCells(JSON.stringify(own ?? {})))
}

/**
 * Writes a questionnaire as an XLSForm that ODK and KoboToolbox open. What the format cannot carry stands in
 * columns of our own, so that reading the form back gives an equal questionnaire.
 *
 * @param version - what other programs tell two states of the form apart by; none is written when absent
 */
export function exportXlsForm(questionnaire: Questionnaire, version = ''): ExportedXlsForm {
  const ledger = new Ledger()
  const names = exportNames(questionnaire)
  const rules = new ExportRules(names, ledger)
  const lists = new ExportLists(questionnaire)
  const writing: FormWriting = { questionnaire, names, lists, rules, ledger, rows: [], places: new Map() }
  writeNote(writing, 'wstep', questionnaire.intro, ROLES.intro)
  for (const section of questionnaire.sections) {
    if (section.questions.length > 0) writeSection(writing, section)
    else
      ledger.dropped(
        { sheet: 'survey', row: writing.rows.length + 2 },
        `Części „${section.title}” nie zapisano, bo nie ma w niej pytań.`,
      )
  }
  writeNote(writing, 'podziekowanie', questionnaire.thanks, ROLES.thanks)
  const settings: WrittenCells = {
    form_title: questionnaire.title,
    form_id: questionnaire.key,
    version,
    default_language: languageName('pl'),
  }
  writeRecords(writing, settings)
  return { sheets: sheetsOf(writing, settings), report: ledger.report }
}
