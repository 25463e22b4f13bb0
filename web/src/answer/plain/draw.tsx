import { renderToString } from 'preact-render-to-string'
import type { PublicSurvey } from '@rozeznanie/core/survey'
import { AnswerApp } from '../AnswerApp.tsx'
import { keepCode, type KeptCode } from '../code-gate/kept-code.ts'
import { saveDraft, type Draft } from '../draft.ts'
import { POLISH, saySo, type Language } from '../language.ts'
import { firstLook, printLook, type Look } from '../look/look.ts'
import { START, type Place } from '../place.ts'
import { memoryShelf } from '../preview/in-memory.ts'
import { LaterView, type LaterMoves, type LaterShown } from '../resume/LaterView.tsx'
import type { State } from '../state.ts'
import type { Surroundings, Trail } from '../surroundings.ts'
import { placeRareParts } from './at-one-go.ts'
import { withPlainForm } from './plain-form.ts'
import { printState } from './plain-state.ts'
import { plainTextsIn } from './plain-texts.ts'

/** A page as HTML: what stands in the body, the title of the window, the language of it all. */
export interface Drawn {
  readonly html: string
  readonly title: string
  readonly language: string
  /** Classes of the document. */
  readonly look: string
}

/** One screen of the form, where no script runs. */
export interface Screen {
  readonly survey: PublicSurvey
  readonly language: Language
  readonly look: Look
  readonly since: number | null
  readonly today: string
  readonly draft: Draft | null
  readonly place: Place
  /** The place to come back to, where it is another than the one shown. */
  readonly returnsTo?: Place
  readonly faults?: State['faults']
  readonly ending?: State['ending']
  readonly note?: string | null
  /** Of putting the form aside and coming back to it. */
  readonly later?: LaterShown
  /** The code of the letter, where the survey takes codes. */
  readonly entry?: KeptCode | null
}

placeRareParts()

const nothing = () => undefined
const POSTED: LaterMoves = {
  keep: nothing,
  replace: nothing,
  takeOther: nothing,
  back: nothing,
  leave: nothing,
  open: nothing,
}

const standingAt = (place: Place): Trail => ({
  now: () => place,
  show: () => undefined,
  back: () => false,
  follow: () => () => undefined,
})

function surroundingsOf(screen: Screen): Surroundings {
  const { survey, draft, place, faults = [], ending = null, later, entry = null } = screen
  const shelf = memoryShelf()
  saveDraft(shelf, survey.code, draft)
  keepCode(shelf, survey.code, entry)
  const refusals = faults.length > 0 ? 1 : 0
  const drawLater = () =>
    later && (
      <LaterView
        {...{ survey, shown: later, moves: POSTED }}
        isBusy={false}
        address={null}
        isShared={false}
      />
    )
  const opening = { faults, refusals, ending }
  return { shelf, trail: standingAt(place), opening, onResume: nothing, later: drawLater }
}

/** The screen as the script would draw it, each of its buttons a post. */
export function drawScreen(screen: Screen): Drawn {
  const {
    survey,
    language,
    look,
    since,
    today,
    draft,
    place,
    returnsTo = place,
    note = null,
    entry = null,
  } = screen
  let title = survey.title
  const form = {
    state: printState({ draft, place: returnsTo, language: language.code, look, since, entry }),
    texts: plainTextsIn(language.texts.code),
    ...{ today, note },
    onTitle: (told: string) => void (title = told),
  }
  const surroundings = surroundingsOf(screen)
  const app = <AnswerApp survey={survey} surroundings={surroundings} language={language} look={look} />
  const html = withPlainForm(form, () => renderToString(app))
  return { html, title, language: language.texts.code, look: printLook(look) }
}

/** The first page, exactly as the script draws it: it is used before the script comes, and taken over by it. */
export function drawFirstPage(survey: PublicSurvey): Pick<Drawn, 'html' | 'look'> {
  saySo(POLISH, new Set())
  const surroundings = { shelf: memoryShelf(), trail: standingAt(START), onResume: nothing }
  const html = renderToString(<AnswerApp survey={survey} surroundings={surroundings} language={POLISH} />)
  return { html, look: printLook(firstLook(survey)) }
}
