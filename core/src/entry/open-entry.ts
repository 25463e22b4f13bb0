import { isEmptyAnswer, openForm, ownValue, type RawAnswers } from '../questionnaire/index.ts'
import type { Entry, EntrySetting, Place } from './model.ts'
import { END, placesOf } from './places.ts'

/** What is kept of a sheet while it is not sent, as plain data. */
export interface KeptEntry {
  readonly answers: RawAnswers
  readonly blanks: readonly string[]
  readonly strays: Readonly<Record<string, number>>
  readonly at: string
  /** What is typed and not entered yet. */
  readonly typed: string | null
}

/** A sheet at its first question, or where it was left. */
export function openEntry(setting: EntrySetting, kept?: KeptEntry): Entry {
  const localityNames = new Map(setting.localities.map(({ id, name }) => [id, name]))
  const form = openForm(setting.compiled, kept?.answers ?? {}, { today: setting.today, localityNames })
  const places = placesOf(form, setting)
  const first = places[0] ?? END
  const at = places.some(({ id }) => id === kept?.at) ? (kept?.at ?? first.id) : first.id
  return {
    setting,
    form,
    places,
    at,
    typed: at === kept?.at ? kept.typed : null,
    highlighted: 0,
    blanks: new Set(kept?.blanks ?? []),
    strays: kept?.strays ?? {},
    note: null,
    isFinished: false,
  }
}

/** The sheet as plain data, for `openEntry`. */
export function keepEntry({ form, blanks, strays, at, typed }: Entry): KeptEntry {
  return { answers: form.state.given, blanks: [...blanks], strays, at, typed }
}

/** The place where the clerk stands. */
export function currentPlace({ places, at }: Entry): Place {
  return places.find(({ id }) => id === at) ?? END
}

/** What stands at a place: options that are not offered any more are left out. */
export function answerAt({ form }: Entry, { answerPath, kind, options }: Place): unknown {
  const given = answerPath.reduce<unknown>((holder, step) => ownValue(holder, String(step)), form.state.given)
  if (kind === 'choice') return options.some(({ code }) => code === given) ? given : undefined
  if (kind !== 'choices' && kind !== 'rank') return given
  const codes: readonly unknown[] = Array.isArray(given) ? given : []
  return codes.filter((chosen) => options.some(({ code }) => code === chosen))
}

/** Does something stand at a place? */
export function isAnswered(entry: Entry, place: Place): boolean {
  return !isEmptyAnswer(answerAt(entry, place))
}
