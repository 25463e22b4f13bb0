import { everyQuestion, optionsOf, rowsOf, type Question } from '../questionnaire/index.ts'
import type { Break, Change, ChangeKind } from '../questionnaire/revision/index.ts'
import { listNumbers } from '../text.ts'
import type { AnalysedVersion, PooledPart } from './pool.ts'

type Told = string | Readonly<Record<string, string>>

/** What an organiser is told of a change, by its kind and, where they differ, by the part of the question. */
const TOLD: Partial<Readonly<Record<ChangeKind, Told>>> = {
  TYPE_CHANGED: 'zmieniono rodzaj pytania',
  UNIT_CHANGED: 'zmieniono jednostkę',
  CALCULATION_CHANGED: 'zmieniło się to, z czego liczy się ta wartość',
  OPTION_REMOVED: 'usunięto odpowiedzi',
  OPTION_ADDED: 'dodano odpowiedzi',
  OPTIONS_REORDERED: 'zmieniono kolejność odpowiedzi',
  VALUE_CHANGED: 'zmieniono wartości liczbowe odpowiedzi',
  ROW_ADDED: 'dodano wiersze',
  ROW_REMOVED: 'usunięto wiersze',
  ROWS_REORDERED: 'zmieniono kolejność wierszy',
  LIMITS_NARROWER: 'zmieniono dozwolone odpowiedzi',
  LIMITS_WIDER: 'zmieniono dozwolone odpowiedzi',
  QUESTION_MOVED: 'przeniesiono pytanie w inne miejsce',
  GROUP_CHANGED: 'przeniesiono pytanie do grupy powtarzanej albo z niej',
  SETTING_CHANGED: { top: 'zmieniono liczbę miejsc w rankingu', options: 'zmieniono odpowiedzi' },
}

const RULES: Readonly<Record<string, string>> = {
  visibleIf: 'zmieniono warunek, od którego zależy, komu zadajemy to pytanie',
  requiredIf: 'zmieniono to, czy odpowiedź jest obowiązkowa',
  rowVisibleIf: 'zmieniono warunek wierszy',
  optionFilter: 'zmieniono warunek odpowiedzi',
  constraint: 'zmieniono regułę poprawności odpowiedzi',
}

const TEXTS: Readonly<Record<string, string>> = {
  text: 'zmieniono treść pytania',
  help: 'zmieniono objaśnienie pytania',
  easyText: 'zmieniono tekst łatwy do czytania',
  minLabel: 'zmieniono opis skali',
  maxLabel: 'zmieniono opis skali',
  itemName: 'zmieniono nazwę pozycji',
  options: 'zmieniono treść odpowiedzi',
  rows: 'zmieniono treść wierszy',
}

function toldOf({ kind, place: { part } }: Change): string {
  const told = kind.startsWith('LOGIC_') ? RULES : (TOLD[kind] ?? TEXTS)
  return typeof told === 'string' ? told : (told[part] ?? 'zmieniono pytanie')
}

/** What of these changes an organiser is told, joined by commas. */
export const allTold = (changes: readonly Change[]): string => [...new Set(changes.map(toldOf))].join(', ')

const questionOf = ({ version, key }: PooledPart): Question | undefined =>
  everyQuestion(version.questionnaire).find((one) => one.key === key)

/** Label of an option or a row of a question in its version; the code where there is none. */
function labelOf(part: PooledPart, code: string): string {
  const question = questionOf(part)
  if (question === undefined) return code
  const { questionnaire } = part.version
  const named = [
    ...optionsOf(questionnaire, question),
    ...rowsOf(questionnaire, question).map(({ key, label }) => ({ code: key, label })),
  ]
  return named.find((one) => one.code === code)?.label ?? code
}

/** What a harmless change means to somebody who reads the joined figures; `null` where it means nothing to them. */
function mended(part: PooledPart, { kind, place }: Change): string | null {
  const label = place.code === undefined ? '' : labelOf(part, place.code)
  if (kind === 'TEXT_FIXED') {
    const texts: Readonly<Record<string, string>> = {
      text: 'poprawiono zapis pytania',
      options: `poprawiono zapis odpowiedzi „${label}”`,
      rows: `poprawiono zapis wiersza „${label}”`,
    }
    return texts[place.part] ?? null
  }
  if (kind === 'OPTION_ADDED') return `dodano odpowiedź „${label}”`
  if (kind === 'ROW_ADDED') return `dodano wiersz „${label}”`
  return kind === 'LIMITS_WIDER' ? 'rozszerzono dozwolone odpowiedzi' : null
}

function mendedNotes(parts: readonly PooledPart[]): readonly string[] {
  return parts.flatMap((part) => {
    const told = [...new Set((part.changes ?? []).flatMap((change) => mended(part, change) ?? []))]
    return told.length === 0 ? [] : [`w wersji ${part.version.number} ${told.join(', ')}`]
  })
}

const MOST_PAIRS = 8

/** Codes that the question has in its version, in the order in which they are offered. */
function codesOf(part: PooledPart): readonly string[] {
  const question = questionOf(part)
  return question ? optionsOf(part.version.questionnaire, question).map(({ code }) => code) : []
}

/** „„Często” jako „Tak”” for the codes that are called otherwise now. */
function crosswalkNotes(parts: readonly PooledPart[]): readonly string[] {
  const newest = parts.at(-1)
  return parts.flatMap((part) => {
    if (part.codes === undefined || newest === undefined) return []
    const { codes } = part
    const pairs = codesOf(part)
      .map((old) => [old, codes[old] ?? old] as const)
      .map(([old, now]) => [labelOf(part, old), labelOf(newest, now)] as const)
      .filter(([old, now]) => old !== now)
      .map(([old, now]) => `„${old}” jako „${now}”`)
    const shown = [...pairs.slice(0, MOST_PAIRS), ...(pairs.length > MOST_PAIRS ? ['…'] : [])]
    const how = shown.length === 0 ? '' : `: ${shown.join(', ')}`
    return [
      `Odpowiedzi z wersji ${part.version.number} policzono razem według przejścia, które podał autor kwestionariusza${how}.`,
    ]
  })
}

interface NotesInput {
  /** All versions of the survey, oldest first. */
  readonly versions: readonly AnalysedVersion[]
  readonly parts: readonly PooledPart[]
  readonly breaks: readonly Break[]
}

/** What ended the series, when the survey has newer versions. */
function endNote({ versions, parts, breaks }: NotesInput): string | null {
  const last = parts.at(-1)
  const place = versions.findIndex((version) => version === last?.version)
  const next = versions[place + 1]
  if (last === undefined || next === undefined) return null
  const own = breaks.find(({ key, from }) => key === last.key && from === place)
  const why = own
    ? `w wersji ${next.number} ${allTold(own.changes)}`
    : `w wersji ${next.number} nie ma już tego pytania`
  return `${seriesName(parts)} osobno: ${why}.`
}

const numbersOf = (parts: readonly PooledPart[]): readonly number[] =>
  parts.map(({ version }) => version.number)

const seriesName = (parts: readonly PooledPart[]): string =>
  parts.length === 1 ? `Wersja ${listNumbers(numbersOf(parts))}` : `Wersje ${listNumbers(numbersOf(parts))}`

/** What began the series, when the survey has older versions. */
function startNote({ versions, parts, breaks }: NotesInput): string | null {
  const first = parts[0]
  const place = versions.findIndex((version) => version === first?.version)
  if (first === undefined || place <= 0) return null
  const own = breaks.find(({ key, to }) => key === first.key && to === place)
  if (own === undefined) return `Pytanie jest w kwestionariuszu od wersji ${first.version.number}.`
  const before = listNumbers(versions.slice(0, place).map(({ number }) => number))
  return `Bez odpowiedzi z wersji ${before}, które pokazujemy osobno: w wersji ${first.version.number} ${allTold(own.changes)}.`
}

/** Which versions are counted together or apart, and why: Polish sentences, none where there is nothing to say. */
export function seriesNotes(input: NotesInput): readonly string[] {
  const { parts } = input
  const mends = mendedNotes(parts).join('; ')
  const joined =
    mends === '' ? [] : [`${mends.charAt(0).toUpperCase()}${mends.slice(1)}; wyniki policzono razem.`]
  const ends = [endNote(input), startNote(input)].filter((note) => note !== null)
  return [...ends, ...joined, ...crosswalkNotes(parts)]
}
