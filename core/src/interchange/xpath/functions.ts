import { referencesIn, type Expression } from '../../questionnaire/index.ts'
import { aBoolean, aText, binary, call, not, theAnswer } from '../build.ts'
import type { XPath } from './parse.ts'
import type { FormSymbol, XPathScope } from './symbols.ts'
import { Untranslatable } from './untranslatable.ts'

type Call = Extract<XPath, { kind: 'call' }>
/** How the parts of a call are translated. */
export interface Translator {
  value(node: XPath, scope: XPathScope): Expression
  condition(node: XPath, scope: XPathScope): Expression
  symbol(node: XPath, scope: XPathScope): FormSymbol | undefined
}
/** The scope of a call, with how its parts are translated. */
interface CallScope extends XPathScope {
  readonly translator: Translator
}
type Translate = (given: readonly XPath[], scope: CallScope, name: string) => Expression

const UNKNOWN: Readonly<Record<string, string>> = {
  regex: 'wzorców (regex) nie sprawdzamy',
  concat: 'nie łączymy tekstów w obliczeniach',
  position: 'pozycja w grupie powtarzanej nie ma odpowiednika',
  index: 'pozycja w grupie powtarzanej nie ma odpowiednika',
  'indexed-repeat': 'nie sięgamy do wybranej pozycji grupy powtarzanej',
  pulldata: 'dane z dołączonych plików nie są dostępne',
  instance: 'dane z dołączonych list nie są dostępne',
  current: 'ścieżki względem bieżącego miejsca nie mają odpowiednika',
  'selected-at': 'kolejność zaznaczania nie jest zapisywana',
  random: 'liczb losowych nie losujemy',
  uuid: 'identyfikatorów nie losujemy',
}

function part(given: readonly XPath[], at: number): XPath {
  const found = given[at]
  if (found === undefined) throw new Untranslatable('funkcja ma w nawiasie za mało wartości.')
  return found
}

function selected(given: readonly XPath[], scope: CallScope): Expression {
  const what = part(given, 0)
  const code = scope.translator.value(part(given, 1), scope)
  const symbol = scope.translator.symbol(what, scope)
  const multi = scope.translator.value(what, scope)
  const own = code.kind === 'text' || code.kind === 'number' ? String(code.value).trim() : undefined
  const fitted = own === undefined ? code : aText(symbol?.codes?.get(own) ?? own)
  if (symbol?.kind === 'consent') return binary('=', multi, aBoolean(true))
  return binary(symbol?.kind === 'multi' ? 'contains' : '=', multi, fitted)
}

/** A function over all items: `sum(${n})` where `n` is asked for each. */
function overItems(name: 'sum' | 'min' | 'max' | 'count', node: XPath, scope: CallScope): Expression | null {
  const symbol = scope.translator.symbol(node, scope)
  const around = symbol?.rosters.filter((key) => !scope.rosters.includes(key)) ?? []
  if (symbol === undefined || around.length === 0) return null
  const [innermost, ...outer] = [...around].reverse()
  const inner =
    name === 'count' && symbol.kind !== 'roster' ? call('answered', symbol.expression) : symbol.expression
  const first =
    symbol.kind === 'roster'
      ? call('sum', theAnswer(innermost ?? ''), call('count', inner))
      : call(name, theAnswer(innermost ?? ''), inner)
  const outerName = name === 'count' ? 'sum' : name
  return outer.reduce<Expression>((whole, key) => call(outerName, theAnswer(key), whole), first)
}

const aggregate: Translate = (given, scope, name) => {
  const kind = name === 'min' ? 'min' : name === 'max' ? 'max' : 'sum'
  const [only] = given
  const over = only && given.length === 1 ? overItems(kind, only, scope) : null
  return over ?? call(kind, ...given.map((one) => scope.translator.value(one, scope)))
}

const counted: Translate = (given, scope) => {
  const node = part(given, 0)
  return overItems('count', node, scope) ?? call('count', scope.translator.value(node, scope))
}

const same: Translate = (given, scope) => scope.translator.value(part(given, 0), scope)

const formatDate: Translate = (given, scope) => {
  const format = part(given, 1)
  const what = scope.translator.value(part(given, 0), scope)
  if (format.kind === 'text' && format.value === '%Y') return call('year', what)
  throw new Untranslatable('z daty używamy tylko roku.')
}

const whole: Translate = (given, scope) => {
  const number = scope.translator.value(part(given, 0), scope)
  if (number.kind === 'call' && ['age', 'year', 'count', 'length'].includes(number.name)) return number
  if (referencesIn(number).length === 0 && number.kind === 'number') return number
  return binary('-', number, binary('%', number, { kind: 'number', value: 1, start: 0, end: 0 }))
}

const nested: Translate = (given, scope) => {
  const parts = given.map((one) => scope.translator.value(one, scope))
  const flat = parts.flatMap((one) =>
    one.kind === 'call' && one.name === 'coalesce' ? one.arguments : [one],
  )
  return call('coalesce', ...flat)
}

const FUNCTIONS: Readonly<Record<string, Translate>> = {
  selected,
  'count-selected': (given, scope) => call('count', scope.translator.value(part(given, 0), scope)),
  count: counted,
  'count-non-empty': counted,
  sum: aggregate,
  min: aggregate,
  max: aggregate,
  if: (given, scope) =>
    call(
      'if',
      scope.translator.condition(part(given, 0), scope),
      scope.translator.value(part(given, 1), scope),
      scope.translator.value(part(given, 2), scope),
    ),
  coalesce: nested,
  not: (given, scope) => not(scope.translator.condition(part(given, 0), scope)),
  boolean: (given, scope) => scope.translator.condition(part(given, 0), scope),
  true: () => aBoolean(true),
  false: () => aBoolean(false),
  today: () => call('today'),
  now: (_given, scope) => {
    scope.note('zamiast chwili używamy dnia')
    return call('today')
  },
  'string-length': (given, scope) =>
    call('length', scope.translator.value(given[0] ?? { kind: 'self' }, scope)),
  round: (given, scope) => call('round', ...given.map((one) => scope.translator.value(one, scope))),
  age: (given, scope) => call('age', scope.translator.value(part(given, 0), scope)),
  year: (given, scope) => call('year', scope.translator.value(part(given, 0), scope)),
  abs: (given, scope) => call('abs', scope.translator.value(part(given, 0), scope)),
  int: whole,
  number: same,
  string: same,
  date: same,
  once: same,
  'format-date': formatDate,
  'jr:choice-name': (given, scope) => {
    scope.note('w obliczeniu zamiast nazwy odpowiedzi stoi jej kod')
    return scope.translator.value(part(given, 0), scope)
  },
}

/** A function of a form in our language. @throws Untranslatable */
export function callToExpression(
  { name, arguments: given }: Call,
  outer: XPathScope,
  translator: Translator,
): Expression {
  const scope: CallScope = { ...outer, translator }
  const translate = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined
  if (translate) return translate(given, scope, name)
  const why = Object.hasOwn(UNKNOWN, name) ? UNKNOWN[name] : undefined
  throw new Untranslatable(`${why ?? 'nie ma odpowiednika w naszych warunkach'} (funkcja „${name}”).`)
}
