/** A pattern of wording that often goes wrong, and what to say about it. */
interface Pattern {
  readonly pattern: RegExp
  readonly what: string
}

const LETTER = '[\\p{L}]'
const word = (text: string): RegExp => new RegExp(`(?<!${LETTER})(?:${text})(?!${LETTER})`, 'iu')

const DOUBLE: readonly Pattern[] = [
  { pattern: /\?[^?]*\?/u, what: 'ma dwa znaki zapytania' },
  { pattern: word('i/lub|oraz/lub'), what: 'łączy dwie rzeczy słowem „i/lub”' },
  {
    pattern: word(
      '(?:i|oraz|a także) (?:czy|jak|ile|kiedy|gdzie|dlaczego|komu|dla kogo|z kim|z czego|w jaki sposób)',
    ),
    what: 'pyta o dwie rzeczy naraz',
  },
  {
    pattern: /^(?:czy|jak (?:ocenia|często|bardzo)|na ile)[^?]*(?<!\p{L})oraz(?!\p{L})[^?]*\?/iu,
    what: 'łączy dwie rzeczy słowem „oraz”',
  },
]

const LEADING: readonly Pattern[] = [
  {
    pattern: word('czy nie (?:uważa|sądzi|myśli|chce|zgadza)\\p{L}*'),
    what: '„czy nie…” podpowiada odpowiedź „tak”',
  },
  {
    pattern: word('czy zgadza się (?:pan|pani|pan/pani)[^?]*, że'),
    what: 'pytanie o samą zgodę podpowiada „tak”',
  },
  { pattern: word('czy zgadzają się państwo, że'), what: 'pytanie o samą zgodę podpowiada „tak”' },
  {
    pattern: word('przecież|oczywiście|niewątpliwie|jak wiadomo|bez wątpienia|z pewnością|wszyscy wiedzą'),
    what: 'słowo w pytaniu zakłada już odpowiedź',
  },
  { pattern: word('prawda'), what: '„prawda?” podpowiada odpowiedź „tak”' },
  { pattern: word('czyż|nieprawdaż'), what: 'pytanie sugeruje odpowiedź' },
  {
    pattern: word('jak bardzo (?:cieszy|ceni|podoba|popiera)\\p{L}*'),
    what: 'pytanie zakłada, że odpowiedź jest dobra',
  },
]

const first = (patterns: readonly Pattern[], text: string): string | undefined =>
  patterns.find(({ pattern }) => pattern.test(text))?.what

/** Why a question seems to ask about two things at once; `undefined` when it does not. */
export const doubleBarrelled = (text: string): string | undefined => first(DOUBLE, text)

/** Why a question seems to suggest its answer; `undefined` when it does not. */
export const leading = (text: string): string | undefined => first(LEADING, text)

const HEALTH =
  /(?:zdrowi|chorob|choruj|niepełnosprawn|uzależn|przemoc|depresj|psychiatr|orientacj\p{L}* seksualn|wyznani|poglądy polityczne|karaln)/iu

/** Does the text seem to ask about health, religion or another protected matter? */
export const seemsSensitive = (text: string): boolean => HEALTH.test(text)

const NAMES = /nie (?:wpisywać|podawać|wpisuj|podawaj)[^.]*(?:imi|nazwisk)/iu

/** Does the text ask not to write names? */
export const warnsOfNames = (text: string): boolean => NAMES.test(text)

const UNSURE = /(?:nie wiem|trudno powiedzieć|nie mam zdania|nie pamiętam|nie dotyczy)/iu

/** Does the label say that a person does not know? */
export const saysUnsure = (label: string): boolean => UNSURE.test(label)
