import { fieldworkPath } from '../fieldwork/fieldwork.paths.ts'
import { institutionFormsPath } from '../institution/institution.paths.ts'
import { codingPath } from '../coding/coding.paths.ts'
import { codesPath } from '../invitation/invitation.paths.ts'
import { indicatorsPath } from '../indicators/indicators.paths.ts'
import { microdataPath } from '../microdata/microdata.paths.ts'
import { isWithin } from '../ui/is-within.ts'
import { weightsPath } from '../weighting/weighting.paths.ts'
import { surveyPath } from './survey.paths.ts'

type TabName =
  | 'survey'
  | 'materials'
  | 'entry'
  | 'collecting'
  | 'institutions'
  | 'quality'
  | 'results'
  | 'report'
  | 'fieldwork'
  | 'codes'
  | 'targets'
  | 'interviewers'
  | 'rescue'
  | 'import'
  | 'figures'
  | 'workbench'
  | 'indicators'
  | 'openAnswers'
  | 'data'
  | 'weights'
  | 'coding'

export interface SurveyTab {
  readonly name: TabName
  readonly to: string
  readonly hasParts?: boolean
  /** The pages a level lower. */
  readonly pages?: readonly SurveyTab[]
}

interface Viewed {
  readonly surveyId: string
  /** Institutions fill in forms; nobody goes out to residents. */
  readonly asksInstitutions: boolean
  readonly isOrganiser: boolean
}

/** The pages of a survey its viewer may open, in the order of the work. */
export function surveyTabs(viewed: Viewed): readonly SurveyTab[] {
  const { surveyId: id, asksInstitutions, isOrganiser } = viewed
  const first: SurveyTab = { name: 'survey', to: surveyPath(id) }
  if (!isOrganiser) return asksInstitutions ? [first] : [first, ...pagesOfInterviewers(id)]
  const collecting: SurveyTab = asksInstitutions
    ? { name: 'institutions', to: institutionFormsPath(id), hasParts: true }
    : { name: 'collecting', to: fieldworkPath(id, 'postep'), pages: collectingPages(id) }
  return [
    first,
    collecting,
    { name: 'quality', to: surveyPath(id, 'jakosc'), hasParts: true },
    { name: 'results', to: surveyPath(id, 'wyniki'), pages: resultPages(id) },
    { name: 'report', to: surveyPath(id, 'raport') },
    ...(asksInstitutions ? [importPage(id)] : []),
  ]
}

/** The pages of the tab under which an address stands; none when the tab is one page. */
export function sisterPages(tabs: readonly SurveyTab[], pathname: string): readonly SurveyTab[] {
  return tabs.find(({ pages = [] }) => pages.some(({ to }) => isWithin(pathname, to)))?.pages ?? []
}

function pagesOfInterviewers(id: string): readonly SurveyTab[] {
  return [
    { name: 'materials', to: surveyPath(id, 'materialy') },
    { name: 'entry', to: surveyPath(id, 'wpisywanie') },
  ]
}

function collectingPages(id: string): readonly SurveyTab[] {
  return [
    { name: 'fieldwork', to: fieldworkPath(id, 'postep') },
    { name: 'targets', to: fieldworkPath(id, 'cele') },
    { name: 'materials', to: surveyPath(id, 'materialy') },
    { name: 'codes', to: codesPath(id) },
    { name: 'interviewers', to: fieldworkPath(id, 'ankieterzy') },
    { name: 'entry', to: surveyPath(id, 'wpisywanie') },
    importPage(id),
    { name: 'rescue', to: fieldworkPath(id, 'ratunek') },
  ]
}

function resultPages(id: string): readonly SurveyTab[] {
  return [
    { name: 'figures', to: surveyPath(id, 'wyniki') },
    { name: 'workbench', to: surveyPath(id, 'analiza') },
    { name: 'indicators', to: indicatorsPath(id) },
    { name: 'weights', to: weightsPath(id), hasParts: true },
    { name: 'openAnswers', to: surveyPath(id, 'odpowiedzi-otwarte') },
    { name: 'coding', to: codingPath(id) },
    { name: 'data', to: microdataPath(id) },
  ]
}

function importPage(id: string): SurveyTab {
  return { name: 'import', to: surveyPath(id, 'import') }
}
