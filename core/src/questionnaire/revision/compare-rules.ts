import type { ExpressionText } from '../model.ts'
import { hasOptions, isMatrix, optionsOf, rowsOf } from '../options.ts'
import { answersOf, changeOf, type Change } from './change.ts'
import type { Pair } from './compare-choices.ts'
import { compareLogic, type LogicChange, type LogicPlace, type LogicView } from './compare-logic.ts'
import { answersSoFar } from './counted-words.ts'

const KINDS = {
  same: 'LOGIC_SAME',
  narrower: 'LOGIC_NARROWER',
  wider: 'LOGIC_WIDER',
  other: 'LOGIC_CHANGED',
} as const

/** What each rule does, as a sentence for each way it can change. */
const TOLD: Readonly<
  Record<'shown' | 'required' | 'rows' | 'options' | 'constraint', Readonly<Record<LogicChange, string>>>
> = {
  shown: {
    same: 'Warunek zapisano inaczej, ale znaczy to samo.',
    narrower:
      'Pytanie zobaczy mniej osób niż dotąd. Wyniki odnoszą się do węższej grupy; pokażemy je osobno.',
    wider: 'Pytanie zobaczy więcej osób niż dotąd. Wyniki odnoszą się do szerszej grupy; pokażemy je osobno.',
    other: 'Pytanie zobaczą inne osoby niż dotąd. Wyniki pokażemy osobno.',
  },
  required: {
    same: 'Warunek obowiązkowości zapisano inaczej, ale znaczy to samo.',
    narrower: 'Pytanie będzie obowiązkowe rzadziej niż dotąd. Braków odpowiedzi może być więcej.',
    wider: 'Pytanie będzie obowiązkowe częściej niż dotąd. Braków odpowiedzi może być mniej.',
    other: 'Pytanie będzie obowiązkowe dla innych osób niż dotąd.',
  },
  rows: {
    same: 'Warunek wierszy zapisano inaczej, ale znaczy to samo.',
    narrower: 'Wiersze zobaczy mniej osób niż dotąd. Wyniki pokażemy osobno.',
    wider: 'Wiersze zobaczy więcej osób niż dotąd. Wyniki pokażemy osobno.',
    other: 'Wiersze zobaczą inne osoby niż dotąd. Wyniki pokażemy osobno.',
  },
  options: {
    same: 'Warunek odpowiedzi zapisano inaczej, ale znaczy to samo.',
    narrower: 'Odpowiedzi do wyboru będzie mniej niż dotąd. Wyniki pokażemy osobno.',
    wider: 'Odpowiedzi do wyboru będzie więcej niż dotąd. Wyniki pokażemy osobno.',
    other: 'Do wyboru będą inne odpowiedzi niż dotąd. Wyniki pokażemy osobno.',
  },
  constraint: {
    same: 'Regułę poprawności zapisano inaczej, ale znaczy to samo.',
    narrower: 'Reguła poprawności przyjmie mniej odpowiedzi niż dotąd. Wyniki pokażemy osobno.',
    wider: 'Reguła poprawności przyjmie więcej odpowiedzi niż dotąd. Wyniki pokażemy osobno.',
    other: 'Reguła poprawności przyjmie inne odpowiedzi niż dotąd. Wyniki pokażemy osobno.',
  },
}

function ruleChange(
  view: LogicView,
  { before: { key }, usage }: Pair,
  [part, about]: readonly [string, keyof typeof TOLD],
  place: LogicPlace,
  [old, now]: readonly [ExpressionText | undefined, ExpressionText | undefined],
): readonly Change[] {
  if (old === now) return []
  const how = compareLogic(view, place, old, now)
  const count = answersOf(usage, key)
  const told = how === 'same' || count === undefined ? '' : ` ${answersSoFar(count)}`
  return [
    changeOf(key, KINDS[how], how === 'same' ? 'harmless' : 'careful', part, `${TOLD[about][how]}${told}`),
  ]
}

/** All constraints as one rule, for what they accept together. */
const together = (rules: readonly { readonly expression: string }[] | undefined): string | undefined =>
  rules === undefined || rules.length === 0
    ? undefined
    : rules.map(({ expression }) => `(${expression})`).join(' and ')

/** Where a rule that always holds when it is not written never holds instead: an obligation. */
const obligation = (required: boolean | undefined, requiredIf: string | undefined): string =>
  required === true ? 'true' : (requiredIf ?? 'false')

/** Changes of the conditions of a question. */
export function ruleChanges(view: LogicView, sectionKey: string, pair: Pair): readonly Change[] {
  const { before, after } = pair
  const place = (kind: LogicPlace['kind'], codes?: readonly string[]): LogicPlace => ({
    kind,
    questionKey: after.key,
    sectionKey,
    ...(codes && { codes }),
  })
  const rows = rowsOf(pair.documents[1], after).map(({ key }) => key)
  const codes = optionsOf(pair.documents[1], after).map(({ code }) => code)
  const rowRules = [before, after].map((one) => (isMatrix(one) ? one.rowVisibleIf : undefined))
  const filters = [before, after].map((one) => (hasOptions(one) ? one.optionFilter : undefined))
  const musts = [before, after].map((one) => obligation(one.required, one.requiredIf))
  return [
    ...ruleChange(view, pair, ['visibleIf', 'shown'], place('visibleIf'), [
      before.visibleIf,
      after.visibleIf,
    ]),
    ...ruleChange(view, pair, ['requiredIf', 'required'], place('requiredIf'), [musts[0], musts[1]]),
    ...ruleChange(view, pair, ['rowVisibleIf', 'rows'], place('rowVisibleIf', rows), [
      rowRules[0],
      rowRules[1],
    ]),
    ...ruleChange(view, pair, ['optionFilter', 'options'], place('optionFilter', codes), [
      filters[0],
      filters[1],
    ]),
    ...ruleChange(view, pair, ['constraint', 'constraint'], place('constraint'), [
      together(before.constraint),
      together(after.constraint),
    ]),
  ]
}
