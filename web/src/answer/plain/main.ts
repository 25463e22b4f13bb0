import { languagesOf } from '@rozeznanie/core/questionnaire'
import type { Submission } from '@rozeznanie/core/response'
import type { PublicSurvey } from '@rozeznanie/core/survey'
import { loadLanguage, POLISH, saySo, type Language } from '../language.ts'
import { calmed, type ShownSurvey } from '../look/dressed.ts'
import { firstLook, readLook, type Look } from '../look/look.ts'
import { fitted } from '../older-version.ts'
import { START } from '../place.ts'
import { CODE_FIELD_ID } from '../code-gate/CodeField.tsx'
import type { CodeFault } from '../code-gate/code-texts.ts'
import type { KeptCode } from '../code-gate/kept-code.ts'
import { codeFrom } from '../code-gate/read-code.ts'
import { hasAnswers, type Draft } from '../draft.ts'
import type { Outcome } from '../send.ts'
import { newDraft } from '../use-answering.ts'
import { CODE_FIELD } from '../resume/LaterView.tsx'
import type { ParkedDoor } from '../resume/parked-door.ts'
import { submissionOf } from '../use-sending.ts'
import { whoIn } from '../who/who-is-asked.ts'
import { drawScreen, type Drawn, type Screen } from './draw.tsx'
import { laterStep } from './later.ts'
import { codeWish, filledForm, moved, placeAmong, withPosted, type LaterWish, type Next } from './moves.ts'
import {
  LANGUAGE_FIELD,
  LOOK_FIELDS,
  MOVE_FIELD,
  STATE_FIELD,
  TRAP_FIELD,
  WHO_FIELD,
  withPlainForm,
} from './plain-form.ts'
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
  /** Seconds of the server's clock. */
  readonly seconds: number
  /** Where forms are put aside. */
  readonly door: ParkedDoor
  /** What is wrong with a code of a letter, as far as can be told before anything is sent. */
  readonly lookAtCode: (code: string) => Promise<CodeFault | null>
}

/** What to do with a post: to show a page, or to send the answers and show what came of it. */
export type Step =
  | { readonly kind: 'page'; readonly page: Drawn; readonly isUnreadable: boolean }
  | {
      readonly kind: 'send'
      readonly submission: Submission
      /** To be exchanged for a ticket first, where the survey takes codes. */
      readonly entry: KeptCode | null
      readonly after: (outcome: Outcome) => Drawn
    }

const nothingYet = (survey: PublicSurvey): PlainState => ({
  draft: null,
  place: START,
  language: POLISH.code,
  look: firstLook(survey),
  since: null,
})

/** The look as it was chosen on the page that was posted. */
function lookFrom(fields: URLSearchParams, before: Look): Look {
  const chosen = Object.values(LOOK_FIELDS).map((name) => fields.get(name) ?? '')
  return readLook(chosen.join(' '), before)
}

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
  /** As it reads in the chosen language and as it was shown. */
  readonly shown: ShownSurvey
  readonly language: Language
}

function withWho(draft: Draft, fields: URLSearchParams): Draft {
  const answeredBy = whoIn(fields.get(WHO_FIELD))
  return answeredBy === undefined ? draft : { ...draft, answeredBy }
}

/** What may tell a machine from a person: the time that answering took, and a word in the field that nobody sees. */
function withSigns(draft: Draft, { fields, seconds }: Post, since: number | null): Draft {
  const trap = fields.get(TRAP_FIELD) ?? ''
  return {
    ...draft,
    ...(since !== null && { secondsSpent: Math.max(0, seconds - since) }),
    ...(trap !== '' && { trap }),
  }
}

function nextOf({ fields }: Post, opened: Opened): Next {
  const { survey, shown, language, state, isTakenOver } = opened
  const sameLanguage = fields.get(MOVE_FIELD) === 'jezyk' && state.language === language.code
  const move = sameLanguage ? 'dalej' : (fields.get(MOVE_FIELD) ?? 'dalej')
  if (isTakenOver) return { draft: state.draft, place: START }
  const [kind = '', field = ''] = move.split(':', 2)
  const isBegun = state.draft !== null
  if (!isBegun && (kind === 'kod' || kind === 'dokoncz')) {
    return { draft: null, place: { kind: 'resume' }, later: codeWish(kind, field) }
  }
  const mayBegin = move === 'poczatek' && survey.status === 'OPEN'
  if (!isBegun && !mayBegin) return { draft: null, place: START }
  const draft = withWho(state.draft ?? newDraft(survey), fields)
  const before = filledForm(shown, draft)
  const place = placeAmong(before, state.place)
  const posted = {
    values: (name: string) => fields.getAll(name),
    change: field === '' ? null : { kind, field },
  }
  // A screen that stood in the place of a page has none of its fields.
  return moved(before, kind === 'wroc' ? before : withPosted(before, place, posted), place, move)
}

const withFault = (entry: KeptCode | null | undefined, fault: CodeFault): KeptCode => ({
  ...(entry ?? { code: '', seed: '' }),
  fault,
})

/** The code of the letter as it was typed just now or before, and what is wrong with it. */
async function entryIn(
  { survey, fields, lookAtCode }: Post,
  before: KeptCode | null,
): Promise<KeptCode | null> {
  const typed = fields.get(CODE_FIELD_ID)
  if (survey.ticketKey === undefined || typed === null) return before
  const entry = codeFrom(typed, before)
  const isEarly = fields.get(MOVE_FIELD) === 'poczatek'
  const fault = entry.fault ?? (isEarly ? await lookAtCode(entry.code) : null)
  return fault ? { ...entry, fault } : entry
}

/** Where nobody goes on without a code: stays on the first screen, or on the last. */
function heldBack({ survey, fields }: Post, state: PlainState, next: Next): Next | null {
  const isBegin = fields.get(MOVE_FIELD) === 'poczatek'
  const isStopped = survey.ticketKey !== undefined && (state.entry?.fault ?? (state.entry ? null : 'EMPTY'))
  if (!isStopped || (!isBegin && !next.isSent)) return null
  return isBegin ? { draft: state.draft, place: START } : { draft: next.draft, place: { kind: 'check' } }
}

function afterSending(screen: Screen, outcome: Outcome): Drawn {
  const shown: Screen = { ...screen, survey: { ...screen.survey, status: 'OPEN' } }
  switch (outcome.kind) {
    case 'unreachable':
      return drawScreen({ ...shown, note: plainTextsIn(screen.language.texts.code).busy })
    case 'faulty':
      return drawScreen({ ...shown, faults: outcome.violations })
    case 'code':
      return drawScreen({ ...shown, entry: withFault(screen.entry, outcome.fault) })
    default:
      return drawScreen({
        ...shown,
        draft: outcome.kind === 'closed' ? shown.draft : null,
        place: { kind: 'done' },
        ending: outcome,
      })
  }
}

/** A step, or a screen that putting aside has still to fill. */
type Drafted = Step | { readonly kind: 'later'; readonly screen: Screen; readonly wish: LaterWish }

function stepFrom(post: Post, opened: Opened, isUnreadable: boolean): Drafted {
  const { survey, language, state } = opened
  const { today, fields, seconds } = post
  const texts = plainTextsIn(language.texts.code)
  saySo(language, language.translate(survey).polish)
  const spoken = { onTitle: () => undefined, state: '', texts, today, note: null }
  const wished = withPlainForm(spoken, () => nextOf(post, opened))
  const held = heldBack(post, state, wished)
  const next = held ?? wished
  const entry = held ? withFault(state.entry, state.entry?.fault ?? 'EMPTY') : state.entry
  const { isMore, isSent, later, ...rest } = next
  const note = isUnreadable ? texts.unreadable : isMore ? texts.moreAsked : null
  const look = lookFrom(fields, state.look)
  const since = state.since ?? (hasAnswers(next.draft) ? seconds : null)
  const screen: Screen = { survey, language, look, since, today, note, entry, ...rest }
  if (later) return { kind: 'later', screen, wish: later }
  if (!isSent || !next.draft) return { kind: 'page', page: drawScreen(screen), isUnreadable }
  const { questionnaireVersionId } = state.draft ?? next.draft
  const draft = { ...withSigns(next.draft, post, since), questionnaireVersionId }
  const submission = withPlainForm(spoken, () => submissionOf(survey, draft))
  const after = (outcome: Outcome) => {
    const isIn = outcome.kind === 'accepted' || outcome.kind === 'conflict'
    if (isIn && draft.parked) void post.door.remove(draft.parked.name)
    return afterSending(screen, outcome)
  }
  return { kind: 'send', submission, entry: entry ?? null, after }
}

/** The survey as this person sees it. */
async function openedWith(post: Post, state: PlainState, wished: string): Promise<Opened> {
  const begun = surveyBegun(post, state)
  const language = await languageFor(begun.survey, wished)
  const { survey: spoken, polish } = language.translate(begun.survey)
  return { ...begun, shown: begun.state.look.isCalm ? calmed(spoken, polish) : spoken, language }
}

/** Puts the form aside or comes back to one, and shows what came of it. */
async function laterDrawn(post: Post, screen: Screen, wish: LaterWish): Promise<Drawn> {
  const { survey, language, look, since, draft, place } = screen
  const state = { draft, place, language: language.code, look, since, entry: screen.entry ?? null }
  const typed = post.fields.get(CODE_FIELD) ?? ''
  const step = await laterStep({ survey, door: post.door, state, typed }, wish, language.texts.code)
  if (step.kind === 'shown') return drawScreen({ ...screen, draft: step.draft, later: step.later })
  const opened = await openedWith(post, step.state, step.state.language)
  const { state: found } = opened
  return drawScreen({ ...found, survey: opened.survey, language: opened.language, today: post.today })
}

/** What a post leads to. Unless the form is put aside, nothing is kept: all that is known came with the post. */
export async function stepOf(post: Post): Promise<Step> {
  const { fields } = post
  const written = fields.get(STATE_FIELD)
  const nothing = nothingYet(post.survey)
  const read = written === null ? nothing : readState(written, nothing.look)
  const state = { ...(read ?? nothing), entry: await entryIn(post, read?.entry ?? null) }
  const opened = await openedWith(post, state, fields.get(LANGUAGE_FIELD) ?? state.language)
  const step = stepFrom(post, opened, read === null)
  if (step.kind !== 'later') return step
  return { kind: 'page', page: await laterDrawn(post, step.screen, step.wish), isUnreadable: false }
}
