import { printExpression } from '../expression/print.ts'
import { parseExpression } from '../expression/parse.ts'
import { isEqual } from '../expression/values.ts'
import type { Question } from '../model.ts'
import { answersOf, changeOf, type Change, type Weight } from './change.ts'
import { choiceChanges, type Pair } from './compare-choices.ts'
import type { LogicView } from './compare-logic.ts'
import { ruleChanges } from './compare-rules.ts'
import { textChanges, type TextField } from './compare-texts.ts'
import { answersSoFar } from './counted-words.ts'

const TYPE_NAMES: Readonly<Record<Question['type'], string>> = {
  SINGLE: 'jedna odpowiedź',
  MULTI: 'kilka odpowiedzi',
  MATRIX_SINGLE: 'tabela z jedną odpowiedzią w wierszu',
  MATRIX_MULTI: 'tabela z kilkoma odpowiedziami w wierszu',
  RANK: 'ranking',
  SCALE_1_5: 'skala od 1 do 5',
  SCALE_0_10: 'skala od 0 do 10',
  NUMBER: 'liczba',
  TEXT_SHORT: 'krótki tekst',
  TEXT_LONG: 'długi tekst',
  DATE_YEAR: 'rok',
  LOCALITY: 'miejscowość',
  CONSENT: 'zgoda',
  INFO: 'sam tekst',
  ROSTER: 'grupa powtarzana',
  CALCULATED: 'obliczenie',
}

const soFar = ({ usage, before }: Pair): string => {
  const count = answersOf(usage, before.key)
  return count === undefined ? '' : ` ${answersSoFar(count)}`
}

const NEW_KEY = 'Prosimy potraktować je jako nowe pytanie albo cofnąć tę zmianę.'

/** The value of a field that not all types have. */
const fieldOf = (question: Question, name: string): unknown =>
  Object.hasOwn(question, name) ? (question as unknown as Readonly<Record<string, unknown>>)[name] : undefined

function kindChanges(pair: Pair): readonly Change[] {
  const { before, after } = pair
  if (before.type !== after.type) {
    const message = `Zmienił się rodzaj pytania: ${TYPE_NAMES[before.type]} → ${TYPE_NAMES[after.type]}.${soFar(pair)} Tych odpowiedzi nie da się połączyć. ${NEW_KEY}`
    return [changeOf(before.key, 'TYPE_CHANGED', 'breaking', 'type', message)]
  }
  const [old, now] = [fieldOf(before, 'unit'), fieldOf(after, 'unit')]
  if (old === now) return []
  const message = `Zmieniła się jednostka: ${String(old ?? 'brak')} → ${String(now ?? 'brak')}.${soFar(pair)} Liczb nie można porównać. ${NEW_KEY}`
  return [changeOf(before.key, 'UNIT_CHANGED', 'breaking', 'unit', message)]
}

const printed = (text: unknown): string | undefined => {
  const { expression } = parseExpression(String(text))
  return expression && printExpression(expression)
}

function calculationChanges(pair: Pair): readonly Change[] {
  const [old, now] = [fieldOf(pair.before, 'expression'), fieldOf(pair.after, 'expression')]
  if (old === now || pair.before.type !== 'CALCULATED' || pair.after.type !== 'CALCULATED') return []
  const isSame = printed(old) !== undefined && printed(old) === printed(now)
  const message = isSame
    ? 'Obliczenie zapisano inaczej, ale znaczy to samo.'
    : `Zmieniło się obliczenie, więc wartości znaczą co innego.${soFar(pair)} ${NEW_KEY}`
  const kind = isSame ? 'LOGIC_SAME' : 'CALCULATION_CHANGED'
  return [changeOf(pair.before.key, kind, isSame ? 'harmless' : 'breaking', 'expression', message)]
}

/** Limits: whether more is `wider` (`max`) or less is (`min`), and what no limit stands for. */
const LIMITS = [
  ['min', -1, -Infinity],
  ['max', 1, Infinity],
  ['minChoices', -1, 0],
  ['maxChoices', 1, Infinity],
  ['maxLength', 1, Infinity],
  ['minItems', -1, 0],
  ['maxItems', 1, Infinity],
  ['decimals', 1, 0],
] as const

const LIMIT_NAMES: Readonly<Record<(typeof LIMITS)[number][0], string>> = {
  min: 'najmniejsza dozwolona wartość',
  max: 'największa dozwolona wartość',
  minChoices: 'najmniejsza liczba odpowiedzi',
  maxChoices: 'największa liczba odpowiedzi',
  maxLength: 'długość tekstu',
  minItems: 'najmniejsza liczba pozycji',
  maxItems: 'największa liczba pozycji',
  decimals: 'liczba miejsc po przecinku',
}

function limitChanges(pair: Pair): readonly Change[] {
  const { before, after } = pair
  if (before.type !== after.type) return []
  const limits = LIMITS.flatMap(([name, direction, absent]): readonly Change[] => {
    const [old, now] = [fieldOf(before, name), fieldOf(after, name)]
    if (old === now) return []
    const isWider = (Number(now ?? absent) - Number(old ?? absent)) * direction > 0
    const shown = `${String(old ?? 'brak')} → ${String(now ?? 'brak')}`
    const isChoice = name === 'minChoices' || name === 'maxChoices'
    const weight: Weight = isWider && !isChoice ? 'harmless' : 'careful'
    const what = isWider
      ? 'Wolno teraz więcej niż dotąd.'
      : 'Wolno teraz mniej niż dotąd; wyniki pokażemy osobno.'
    const message = `Zmieniła się ${LIMIT_NAMES[name]}: ${shown}. ${what}`
    return [changeOf(before.key, isWider ? 'LIMITS_WIDER' : 'LIMITS_NARROWER', weight, name, message)]
  })
  const [old, now] = [fieldOf(before, 'top'), fieldOf(after, 'top')]
  if (old === now) return limits
  const message = `Zmieniła się liczba miejsc rankingu: ${String(old)} → ${String(now)}. Wyniki pokażemy osobno.`
  return [...limits, changeOf(before.key, 'SETTING_CHANGED', 'careful', 'top', message)]
}

const TEXTS = [
  ['text', 'Treść pytania', 'breaking', 'breaking'],
  ['help', 'Pomoc', 'careful', 'careful'],
  ['easyText', 'Wersja łatwa do czytania', 'careful', 'careful'],
  ['minLabel', 'Opis początku skali', 'careful', 'breaking'],
  ['maxLabel', 'Opis końca skali', 'careful', 'breaking'],
  ['itemName', 'Nazwa pozycji', 'careful', 'careful'],
] as const

function allTexts({ before, after, usage }: Pair): readonly Change[] {
  const isSilent = before.type === 'CALCULATED' || before.type === 'INFO'
  return TEXTS.flatMap(([part, name, whenOther, whenOpposite]) => {
    const weights = isSilent
      ? ({ whenOther: 'careful', whenOpposite: 'careful' } as const)
      : { whenOther, whenOpposite }
    const field: TextField = { part, name, key: before.key, ...weights }
    const [old, now] = [fieldOf(before, part), fieldOf(after, part)]
    return textChanges(
      field,
      old === undefined ? old : String(old),
      now === undefined ? now : String(now),
      usage,
    )
  })
}

function otherChanges({ before, after }: Pair): readonly Change[] {
  const of = (part: string, kind: 'TRANSLATION_CHANGED' | 'SETTING_CHANGED', message: string) =>
    isEqual(fieldOf(before, part), fieldOf(after, part))
      ? []
      : [changeOf(before.key, kind, 'harmless', part, message)]
  return [
    ...of('translations', 'TRANSLATION_CHANGED', 'Zmieniły się tłumaczenia.'),
    ...of('sensitivity', 'SETTING_CHANGED', 'Zmieniło się oznaczenie pytania o chronione sprawy.'),
    ...of('core', 'SETTING_CHANGED', 'Zmieniło się to, czy pytanie należy do wspólnego rdzenia.'),
    ...of('lpdiSections', 'SETTING_CHANGED', 'Zmieniły się części planu, które pytanie zasila.'),
    ...of('diAreas', 'SETTING_CHANGED', 'Zmieniły się obszary wsparcia, do których pytanie należy.'),
  ]
}

/** Everything that changed in a question that both versions have. */
export function questionChanges(view: LogicView, sectionKey: string, pair: Pair): readonly Change[] {
  const kind = kindChanges(pair)
  const isOtherType = kind.some((change) => change.kind === 'TYPE_CHANGED')
  return [
    ...kind,
    ...calculationChanges(pair),
    ...allTexts(pair),
    ...(isOtherType ? [] : choiceChanges(pair)),
    ...limitChanges(pair),
    ...ruleChanges(view, sectionKey, pair),
    ...otherChanges(pair),
  ]
}
