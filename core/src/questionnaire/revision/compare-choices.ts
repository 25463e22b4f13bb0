import type { MatrixRow, Option, Question, Questionnaire } from '../model.ts'
import { isExclusive, isSpecialCode, optionsOf, rowsOf } from '../options.ts'
import { changeOf, choicesOf, type Change, type Usage, type Weight } from './change.ts'
import { textChanges } from './compare-texts.ts'
import { usesOf } from './counted-words.ts'
import { wordingDistance } from './wording-distance.ts'

/** A question in both versions. */
export interface Pair {
  readonly before: Question
  readonly after: Question
  readonly documents: readonly [Questionnaire, Questionnaire]
  readonly usage: Usage
}

interface Named {
  readonly code: string
  readonly label: string
}

const byCode = <Item extends Named>(items: readonly Item[]) => new Map(items.map((item) => [item.code, item]))

/** Are the things that both have in another order? */
function isReordered(before: readonly Named[], after: readonly Named[]): boolean {
  const [old, now] = [byCode(before), byCode(after)]
  const kept = before.filter(({ code }) => now.has(code)).map(({ code }) => code)
  const left = after.filter(({ code }) => old.has(code)).map(({ code }) => code)
  return kept.some((code, index) => left[index] !== code)
}

/** Words for options and for rows. */
const WORDS = {
  option: {
    part: 'options',
    one: 'Odpowiedź',
    uses: 'tej opcji',
    added: 'OPTION_ADDED',
    removed: 'OPTION_REMOVED',
    moved: 'OPTIONS_REORDERED',
  },
  row: {
    part: 'rows',
    one: 'Wiersz',
    uses: 'tego wiersza',
    added: 'ROW_ADDED',
    removed: 'ROW_REMOVED',
    moved: 'ROWS_REORDERED',
  },
} as const
type What = keyof typeof WORDS

function removed({ before, usage }: Pair, what: What, { code, label }: Named): Change {
  const { part, one, uses, removed: kind } = WORDS[what]
  const count = choicesOf(usage, before.key, code)
  const isUnused = count === 0
  const told = count === undefined ? '' : ` ${usesOf(count, uses)}.`
  const message = isUnused
    ? `${one} „${label}” usunięto. Nikt jeszcze nie odpowiedział w ten sposób.`
    : `${one} „${label}” usunięto.${told} Prosimy przywrócić ten element albo potraktować pytanie jako nowe.`
  return changeOf(before.key, kind, isUnused ? 'careful' : 'breaking', part, message, code)
}

/** Swapped with another: the code now says what another code said. */
function takesOver(before: readonly Named[], old: Named, now: Named): boolean {
  return before.some(
    (other) =>
      other.code !== old.code &&
      wordingDistance(other.label, now.label) === 'same' &&
      wordingDistance(old.label, now.label) !== 'same',
  )
}

function relabelled(
  pair: Pair,
  what: What,
  before: readonly Named[],
  old: Named,
  now: Named,
): readonly Change[] {
  const { part, one, uses } = WORDS[what]
  const key = pair.before.key
  if (takesOver(before, old, now)) {
    const count = choicesOf(pair.usage, key, old.code)
    const told = count === undefined ? '' : ` ${usesOf(count, uses)}.`
    const message = `${one} „${old.label}” znaczy teraz „${now.label}”.${told} Prosimy potraktować pytanie jako nowe albo cofnąć tę zmianę.`
    return [changeOf(key, 'MEANING_CHANGED', 'breaking', part, message, old.code)]
  }
  const name = `${one} „${old.label}”`
  const field = { part, name, key, code: old.code, whenOther: 'careful', whenOpposite: 'breaking' } as const
  return textChanges(field, old.label, now.label, pair.usage)
}

function added(
  pair: Pair,
  what: What,
  now: readonly Named[],
  old: ReadonlyMap<string, Named>,
): readonly Change[] {
  const { part, one, added: kind } = WORDS[what]
  const isLastOld = (code: string) => {
    const rest = now.slice(now.findIndex((item) => item.code === code) + 1)
    return !rest.some((item) => old.has(item.code) && !isTail(item))
  }
  return now.flatMap((item) => {
    if (old.has(item.code)) return []
    const weight = weightOfAdded(item, isLastOld(item.code))
    const told = {
      harmless: 'na końcu. Dotychczasowe odpowiedzi znaczą to samo.',
      careful: 'Wybory mogą się przez to rozłożyć inaczej; wyniki pokażemy osobno.',
      breaking:
        'Ma wartość liczbową, więc zmienia skalę i średnie. Prosimy potraktować pytanie jako nowe albo cofnąć tę zmianę.',
    }[weight]
    const start = weight === 'harmless' ? `${one} „${item.label}” dodano` : `${one} „${item.label}” dodano.`
    return [changeOf(pair.before.key, kind, weight, part, `${start} ${told}`, item.code)]
  })
}

/** What customarily stands at the very end: special codes, „inne”, „żadne z powyższych”. */
const isTail = (item: Named & Partial<Option>): boolean =>
  isSpecialCode(item.code) || item.allowsText === true || item.exclusive === true

function weightOfAdded(item: Named & Partial<Option>, isLast: boolean): Weight {
  if (item.value !== undefined) return 'breaking'
  if (isSpecialCode(item.code) || item.exclusive === true) return 'careful'
  return isLast ? 'harmless' : 'careful'
}

function compareList(
  pair: Pair,
  what: What,
  before: readonly Named[],
  after: readonly Named[],
): readonly Change[] {
  const [old, now] = [byCode(before), byCode(after)]
  const { part, moved } = WORDS[what]
  const order = isReordered(before, after)
    ? [
        changeOf(
          pair.before.key,
          moved,
          'careful',
          part,
          `Zmieniła się kolejność ${what === 'option' ? 'odpowiedzi' : 'wierszy'}. Pierwsze pozycje bywają wybierane częściej; wyniki pokażemy osobno.`,
        ),
      ]
    : []
  return [
    ...before.filter(({ code }) => !now.has(code)).map((item) => removed(pair, what, item)),
    ...before.flatMap((item) => {
      const other = now.get(item.code)
      return other ? relabelled(pair, what, before, item, other) : []
    }),
    ...added(pair, what, after, old),
    ...order,
  ]
}

/** Numeric meanings, exclusiveness and places for text of options that both versions have. */
function settings(
  { before: { key } }: Pair,
  old: readonly Option[],
  now: readonly Option[],
): readonly Change[] {
  const present = byCode(now)
  return old.flatMap((option): readonly Change[] => {
    const other = present.get(option.code)
    if (other === undefined) return []
    const of = (kind: 'VALUE_CHANGED' | 'SETTING_CHANGED', weight: Weight, message: string) =>
      changeOf(key, kind, weight, 'options', message, option.code)
    const name = `Odpowiedź „${option.label}”`
    const found: Change[] = []
    if (option.value !== other.value)
      found.push(
        of(
          'VALUE_CHANGED',
          'breaking',
          `${name} ma inną wartość liczbową: ${option.value ?? 'brak'} → ${other.value ?? 'brak'}. Średnich nie można porównać. Prosimy potraktować pytanie jako nowe albo cofnąć tę zmianę.`,
        ),
      )
    if (isExclusive(option) !== isExclusive(other))
      found.push(
        of(
          'SETTING_CHANGED',
          'careful',
          `${name}: zmieniło się to, czy wyklucza inne odpowiedzi. Wyniki pokażemy osobno.`,
        ),
      )
    if (option.allowsText !== other.allowsText)
      found.push(
        of('SETTING_CHANGED', 'harmless', `${name}: zmieniło się miejsce na dopisek. Wybory znaczą to samo.`),
      )
    return found
  })
}

const asNamed = (rows: readonly MatrixRow[]): readonly Named[] =>
  rows.map(({ key, label }) => ({ code: key, label }))

/** Changes of the options and rows of a question. */
export function choiceChanges(pair: Pair): readonly Change[] {
  const [old, now] = pair.documents
  const options = [optionsOf(old, pair.before), optionsOf(now, pair.after)] as const
  return [
    ...compareList(pair, 'option', ...options),
    ...settings(pair, ...options),
    ...compareList(pair, 'row', asNamed(rowsOf(old, pair.before)), asNamed(rowsOf(now, pair.after))),
  ]
}
