import type { Question, Section } from '../../questionnaire/index.ts'
import { draftOf } from '../draft.ts'
import { isJson, own, written, type Json } from '../json.ts'
import { Ledger } from '../ledger.ts'
import type { FormPlace, ImportedForm } from '../model.ts'
import { claim, keyFrom } from '../names.ts'
import { withoutBrokenRules, type RulePlaces } from '../sound-rules.ts'
import { planSurvey, type Element, type SurveyPlan } from './plan.ts'
import { readElement } from './read-element.ts'
import { SurveyReader } from './reading.ts'

const SURVEY_READ = [
  'pages',
  'elements',
  'questions',
  'title',
  'description',
  'locale',
  'completedHtml',
  'rozeznanie',
  'calculatedValues',
  'name',
  'visibleIf',
]

function every(elements: readonly Element[]): readonly Element[] {
  return elements.flatMap((element) => [element, ...every(element.inner)])
}

function readOne(reader: SurveyReader, element: Element): readonly Question[] {
  const questions = readElement(reader, element, { rosters: [], conditions: [] })
  for (const { place, name } of every([element]))
    if (!reader.ledger.hasLoss(place)) reader.ledger.kept(place, `„${name}” wczytano w całości.`)
  return questions
}

const COLUMNS: RulePlaces['columns'] = {
  visibleIf: 'visibleIf',
  rowVisibleIf: 'rowsVisibleIf',
  requiredIf: 'requiredIf',
  optionFilter: 'choicesVisibleIf',
  constraint: 'validators',
  expression: 'expression',
  text: 'title',
}
const START: FormPlace = { sheet: 'formularz', row: 1 }

function checkSurvey(json: unknown, ledger: Ledger): Json {
  if (!isJson(json))
    ledger.broken(START, 'to nie jest formularz SurveyJS: plik powinien zawierać obiekt JSON.')
  const survey = isJson(json) ? json : {}
  for (const field of Object.keys(survey))
    if (!SURVEY_READ.includes(field))
      ledger.dropped(
        { ...START, column: field },
        `Właściwość formularza „${field}” nie ma u nas odpowiednika.`,
      )
  if (own(survey, 'calculatedValues') !== undefined) {
    const message =
      'Wartości „calculatedValues” pominięto; prosimy zapisać je jako pytania typu „expression”.'
    ledger.dropped({ ...START, column: 'calculatedValues' }, message)
  }
  return survey
}

const PAGE_READ = ['name', 'title', 'description', 'elements', 'questions', 'visibleIf', 'type', 'rozeznanie']

function reportPage({ ledger }: SurveyReader, page: Json, survey: Json, place: FormPlace): void {
  if (page === survey) return
  for (const field of Object.keys(page))
    if (!PAGE_READ.includes(field))
      ledger.dropped({ ...place, column: field }, `Właściwość strony „${field}” nie ma u nas odpowiednika.`)
}

function sectionsOf(
  reader: SurveyReader,
  { pages }: SurveyPlan,
  survey: Json,
  title: string,
): readonly Section[] {
  const keys = new Set<string>()
  return pages.flatMap(({ json: page, place, elements }, index) => {
    const questions = elements.flatMap((element) => readOne(reader, element))
    const heading =
      page === survey
        ? { base: title, others: {} }
        : reader.texts(own(page, 'title'), place, { longest: 300 })
    const key = claim(keys, keyFrom(written(own(page, 'name')), `strona_${index + 1}`))
    reader.pagePlaces.set(key, place)
    reportPage(reader, page, survey, place)
    if (questions.length === 0) return []
    const description =
      page === survey ? { base: '', others: {} } : reader.texts(own(page, 'description'), place)
    return [
      {
        key,
        title: heading.base === '' ? `Część ${index + 1}` : heading.base,
        ...(description.base !== '' && { description: description.base }),
        ...reader.visibility(place, page === survey ? {} : page, { rosters: [], conditions: [] }),
        ...reader.translations({ title: heading, description }),
        questions,
      },
    ]
  })
}

/**
 * Makes a questionnaire of a survey of SurveyJS. Each element is in the report; the row of an entry is the number of the
 * element, its sheet the page.
 *
 * @throws FormBrokenError when this is no survey, or its names are missing or stand twice
 */
export function importSurveyJs(json: unknown): ImportedForm {
  const ledger = new Ledger()
  const survey = checkSurvey(json, ledger)
  const plan = planSurvey(survey, ledger)
  if (plan.pages.every(({ elements }) => elements.length === 0))
    ledger.broken(START, 'formularz nie ma pytań (pole „elements” jest puste).')
  ledger.assertWhole()
  const reader = new SurveyReader(plan, ledger)
  const whole = (field: string, longest = 2000) => {
    const place = { ...START, column: field }
    return reader.texts(own(survey, field), place, { longest, takesAnswers: false }).base
  }
  const title = whole('title', 300)
  const sections = sectionsOf(reader, plan, survey, title)
  const thanks = whole('completedHtml')
  const questionnaire = draftOf({
    key: keyFrom(written(own(survey, 'name')), 'formularz'),
    title,
    description: whole('description'),
    thanks: thanks === '' ? [] : [thanks],
    sections,
  })
  ledger.approximated(
    START,
    'Formularz nie mówi, dla kogo jest, ile trwa ani jak wita: prosimy uzupełnić to w edytorze.',
  )
  if (reader.isForeign)
    ledger.approximated(
      START,
      'Formularz nie ma treści po polsku: jako podstawowe wczytano treści w jego głównym języku.',
    )
  const elements = plan.pages.flatMap((page) => every(page.elements))
  const places = new Map(elements.map(({ key, place }) => [key, place] as const))
  const sound = withoutBrokenRules(questionnaire, ledger, {
    placeOf: (key) => places.get(key) ?? reader.pagePlaces.get(key) ?? START,
    columns: COLUMNS,
  })
  return { questionnaire: sound, report: ledger.report }
}
