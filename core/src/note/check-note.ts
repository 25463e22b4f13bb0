import { type FieldProblem, InvalidInputError } from '../errors.ts'
import { DI_AREAS } from '../questionnaire/library/bank-model.ts'
import { isLocalDay } from '../survey/index.ts'
import { isStorableText } from '../text.ts'
import type { NoteDraft, QuoteDraft } from './model.ts'

/** As long as each text of a note may be. */
const NOTE_LIMITS = { title: 150, place: 150, text: 10_000, quote: 1_000, speaker: 100 } as const
/** As many quotes as one note holds. */
export const MOST_QUOTES = 20
const MOST_PARTICIPANTS = 1_000

/** Where and when a note can be of. */
export interface NoteFrame {
  /** Local day. */
  readonly today: string
  /** Municipalities of the organisation. */
  readonly municipalityCodes: readonly string[]
  /** Localities of the municipality of the note. */
  readonly localityIds: readonly string[]
}

const single = (text: string): string => text.replace(/\s+/gu, ' ').trim()

function* textProblems(path: string, text: string, longest: number): Iterable<FieldProblem> {
  if (!isStorableText(text))
    yield { path, message: 'Tekst zawiera znaki, których nie da się zapisać. Proszę wpisać go ponownie.' }
  else if (text.length > longest)
    yield { path, message: `Tu mieści się najwyżej ${longest} znaków. Proszę skrócić tekst.` }
}

function* wordProblems({ title, text, place }: NoteDraft): Iterable<FieldProblem> {
  if (title === '') yield { path: 'title', message: 'Proszę nadać notatce krótki tytuł.' }
  yield* textProblems('title', title, NOTE_LIMITS.title)
  yield* textProblems('place', place, NOTE_LIMITS.place)
  if (text === '') yield { path: 'text', message: 'Proszę wpisać treść notatki.' }
  yield* textProblems('text', text, NOTE_LIMITS.text)
}

function* frameProblems(note: NoteDraft, frame: NoteFrame): Iterable<FieldProblem> {
  if (!frame.municipalityCodes.includes(note.municipalityCode))
    yield { path: 'municipalityCode', message: 'Proszę wybrać gminę, w której działa Państwa organizacja.' }
  if (note.localityId !== null && !frame.localityIds.includes(note.localityId))
    yield { path: 'localityId', message: 'Proszę wybrać miejscowość z listy albo zostawić całą gminę.' }
  if (!isLocalDay(note.notedOn))
    yield { path: 'notedOn', message: 'Proszę podać dzień, który istnieje w kalendarzu.' }
  else if (note.notedOn > frame.today)
    yield { path: 'notedOn', message: 'Ten dzień jest w przyszłości. Proszę podać dzień rozmowy lub wizyty.' }
}

function* tagProblems({ diAreas, participantCount: count }: NoteDraft): Iterable<FieldProblem> {
  if (diAreas.length === 0)
    yield { path: 'diAreas', message: 'Proszę zaznaczyć co najmniej jeden obszar, którego dotyczy notatka.' }
  if (count !== null && (!Number.isInteger(count) || count < 1 || count > MOST_PARTICIPANTS)) {
    const message = `Proszę podać liczbę osób od 1 do ${MOST_PARTICIPANTS} albo zostawić puste pole.`
    yield { path: 'participantCount', message }
  }
}

function* quoteProblems(quotes: readonly QuoteDraft[]): Iterable<FieldProblem> {
  if (quotes.length > MOST_QUOTES)
    yield { path: 'quotes', message: `W jednej notatce mieści się najwyżej ${MOST_QUOTES} cytatów.` }
  for (const [index, { text, speaker }] of quotes.entries()) {
    if (text === '')
      yield { path: `quotes.${index}.text`, message: 'Proszę wpisać słowa rozmówcy albo usunąć ten cytat.' }
    yield* textProblems(`quotes.${index}.text`, text, NOTE_LIMITS.quote)
    yield* textProblems(`quotes.${index}.speaker`, speaker, NOTE_LIMITS.speaker)
  }
}

/**
 * A note as it is stored: spaces put in order, areas in the order of the list, each once.
 *
 * @throws InvalidInputError with one sentence for each wrong field
 */
export function checkNote(typed: NoteDraft, frame: NoteFrame): NoteDraft {
  const note: NoteDraft = {
    ...typed,
    title: single(typed.title),
    place: single(typed.place),
    text: typed.text.trim(),
    diAreas: DI_AREAS.filter((area) => typed.diAreas.includes(area)),
    quotes: typed.quotes.map(({ number, text, speaker }) => ({
      number,
      text: text.trim(),
      speaker: single(speaker),
    })),
  }
  const problems = [
    ...wordProblems(note),
    ...frameProblems(note, frame),
    ...tagProblems(note),
    ...quoteProblems(note.quotes),
  ]
  if (problems.length > 0) throw new InvalidInputError(problems)
  return note
}
