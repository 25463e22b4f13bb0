import { languagesOf } from '@rozeznanie/core/questionnaire'
import type { Submission } from '@rozeznanie/core/response'
import type { PublicSurvey } from '@rozeznanie/core/survey'
import { loadLanguage, POLISH, saySo, type Language } from '../language.ts'
import { fitted } from '../older-version.ts'
import { START } from '../place.ts'
import type { Outcome } from '../send.ts'
import { newDraft } from '../use-answering.ts'
import { submissionOf } from '../use-sending.ts'
import { drawScreen, type Drawn, type Screen } from './draw.tsx'
import { filledForm, moved, withPosted, type Next } from './moves.ts'
import { LANGUAGE_FIELD, MOVE_FIELD, STATE_FIELD, withPlainForm } from './plain-form.ts'
import { readState, type PlainState } from './plain-state.ts'
import { plainTextsIn } from './plain-texts.ts'

export { drawFirstPage } from './draw.tsx'

/** A page that was posted. */
export interface Post {
  /** The survey as it is now. */
  readonly survey: PublicSurvey
  /** The survey in a version that it has had. */
  readonly inVersion: (versionId: string) => PublicSurvey | null
  readonly fields: URLSearchParams
  /** Local day of the server. */
  readonly today: string
}

/** What to do with a post: to show a page, or to send the answers and show what came of it. */
export type Step =
  | { readonly kind: 'page'; readonly page: Drawn; readonly isUnreadable: boolean }
  | {
      readonly kind: 'send'
      readonly submission: Submission
      readonly after: (outcome: Outcome) => Drawn
    }

const NOTHING_YET: PlainState = { draft: null, place: START, language: POLISH.code }

async function languageFor(survey: PublicSurvey, code: string): Promise<Language> {
  return languagesOf(survey.questionnaire).includes(code) ? loadLanguage(code) : POLISH
}

interface Begun {
  readonly survey: PublicSurvey
  readonly state: PlainState
  /** The answers were given to another version just now. */
  readonly isTakenOver: boolean
}

/** The survey in the version that was begun; where it never had that one, the answers that fit go on. */
function surveyBegun({ survey, inVersion }: Post, state: PlainState): Begun {
  const { draft } = state
  const isCurrent = !draft || draft.questionnaireVersionId === survey.questionnaireVersionId
  if (isCurrent) return { survey, state, isTakenOver: false }
  const older = inVersion(draft.questionnaireVersionId)
  if (older) return { survey: { ...older, status: survey.status }, state, isTakenOver: false }
  return { survey, state: { ...state, draft: fitted(survey, draft), place: START }, isTakenOver: true }
}

interface Opened extends Begun {
  /** As it reads in the chosen language. */
  readonly spoken: PublicSurvey
  readonly language: Language
}

function nextOf({ fields }: Post, opened: Opened): Next {
  const { survey, spoken, language, state, isTakenOver } = opened
  const sameLanguage = fields.get(MOVE_FIELD) === 'jezyk' && state.language === language.code
  const move = sameLanguage ? 'dalej' : (fields.get(MOVE_FIELD) ?? 'dalej')
  if (isTakenOver) return { draft: state.draft, place: START }
  const isBegun = state.draft !== null
  if (!isBegun && move !== 'poczatek') return { draft: null, place: START }
  const before = filledForm(spoken, state.draft ?? newDraft(survey))
  const [kind = '', field = ''] = move.split(':', 2)
  const posted = {
    values: (name: string) => fields.getAll(name),
    change: field === '' ? null : { kind, field },
  }
  return moved(before, withPosted(before, state.place, posted), state.place, move)
}

function afterSending(screen: Screen, outcome: Outcome): Drawn {
  const shown: Screen = { ...screen, survey: { ...screen.survey, status: 'OPEN' } }
  switch (outcome.kind) {
    case 'unreachable':
      return drawScreen({ ...shown, note: plainTextsIn(screen.language.texts.code).busy })
    case 'faulty':
      return drawScreen({ ...shown, faults: outcome.violations })
    default:
      return drawScreen({ ...shown, draft: null, place: { kind: 'done' }, ending: outcome })
  }
}

function stepFrom(post: Post, opened: Opened, isUnreadable: boolean): Step {
  const { survey, language, state } = opened
  const { today } = post
  const texts = plainTextsIn(language.texts.code)
  saySo(language, language.translate(survey).polish)
  const spoken = { onTitle: () => undefined, state: '', texts, today, note: null }
  const next = withPlainForm(spoken, () => nextOf(post, opened))
  const { isMore, isSent, ...rest } = next
  const note = isUnreadable ? texts.unreadable : isMore ? texts.moreAsked : null
  const screen: Screen = { survey, language, today, note, ...rest }
  if (!isSent || !next.draft) return { kind: 'page', page: drawScreen(screen), isUnreadable }
  const draft = { ...next.draft, questionnaireVersionId: (state.draft ?? next.draft).questionnaireVersionId }
  const submission = withPlainForm(spoken, () => submissionOf(survey, draft))
  return { kind: 'send', submission, after: (outcome) => afterSending(screen, outcome) }
}

/** What a post leads to. It keeps nothing: all that is known of the person came with the post. */
export async function stepOf(post: Post): Promise<Step> {
  const { fields } = post
  const written = fields.get(STATE_FIELD)
  const read = written === null ? NOTHING_YET : readState(written)
  const begun = surveyBegun(post, read ?? NOTHING_YET)
  const { survey, state } = begun
  const wished = fields.get(LANGUAGE_FIELD) ?? state.language
  const language = await languageFor(survey, wished)
  const spoken = language.translate(survey).survey
  return stepFrom(post, { ...begun, spoken, language }, read === null)
}
