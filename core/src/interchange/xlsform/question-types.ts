import { nearest } from '../../questionnaire/index.ts'

/** What a row of the survey sheet is. */
export type RowKind =
  | 'text'
  | 'integer'
  | 'decimal'
  | 'range'
  | 'date'
  | 'note'
  | 'calculate'
  | 'acknowledge'
  | 'select_one'
  | 'select_multiple'
  | 'rank'
  | 'begin_group'
  | 'end_group'
  | 'begin_repeat'
  | 'end_repeat'
  | 'begin_loop'
  | 'end_loop'
  | 'begin_score'
  | 'end_score'
  | 'begin_rank'
  | 'end_rank'
  | 'begin_matrix'
  | 'end_matrix'
  | 'score_row'
  | 'rank_level'
  | 'as_text'
  | 'as_date'
  | 'metadata'
  | 'unsupported'

const WORDS: Readonly<Record<string, RowKind>> = {
  text: 'text',
  string: 'text',
  integer: 'integer',
  int: 'integer',
  decimal: 'decimal',
  range: 'range',
  date: 'date',
  note: 'note',
  calculate: 'calculate',
  acknowledge: 'acknowledge',
  trigger: 'acknowledge',
  datetime: 'as_date',
  time: 'as_text',
  barcode: 'as_text',
  email: 'metadata',
  phonenumber: 'metadata',
  hidden: 'metadata',
  start: 'metadata',
  end: 'metadata',
  today: 'metadata',
  deviceid: 'metadata',
  username: 'metadata',
  subscriberid: 'metadata',
  simserial: 'metadata',
  audit: 'metadata',
  'start-geopoint': 'metadata',
  'background-audio': 'metadata',
  'background-geopoint': 'metadata',
  'xml-external': 'metadata',
  'csv-external': 'metadata',
  image: 'unsupported',
  photo: 'unsupported',
  audio: 'unsupported',
  video: 'unsupported',
  file: 'unsupported',
  geopoint: 'unsupported',
  location: 'unsupported',
  geotrace: 'unsupported',
  geoshape: 'unsupported',
}
/** Types of two words and their other spellings. */
const PHRASES: readonly (readonly [RegExp, RowKind])[] = [
  [/^(?:select[ _]one|select1|select one from)$/, 'select_one'],
  [/^(?:select[ _]multiple|select all that apply(?: from)?|select[ _]many)$/, 'select_multiple'],
  [/^(?:rank|odk:rank)$/, 'rank'],
  [/^begin[ _]group$/, 'begin_group'],
  [/^end[ _]group$/, 'end_group'],
  [/^begin[ _]repeat$/, 'begin_repeat'],
  [/^end[ _]repeat$/, 'end_repeat'],
  [/^end[ _]loop$/, 'end_loop'],
  [/^begin[ _]score$/, 'begin_score'],
  [/^end[ _]score$/, 'end_score'],
  [/^score__row$/, 'score_row'],
  [/^begin[ _]rank$/, 'begin_rank'],
  [/^end[ _]rank$/, 'end_rank'],
  [/^rank__level$/, 'rank_level'],
  [/^begin[ _]kobomatrix$/, 'begin_matrix'],
  [/^end[ _]kobomatrix$/, 'end_matrix'],
  [
    /^(?:imei|(?:get )?(?:phone number|device id|subscriber id|sim id|start time|end time|today)|sim serial)$/,
    'metadata',
  ],
  [/^(?:location|gps)$/, 'unsupported'],
]
const LOOP = /^begin[ _]loop(?: over)?\s+(.*)$/i
/** Words around a type in the oldest forms: `q string`, `add integer prompt`. */
const OLD_WORDS = /^(?:q|add)\s+|\s+prompt$/gi
const WITH_LIST =
  /^(select[ _]one[ _]from[ _]file|select[ _]multiple[ _]from[ _]file|select[ _]one[ _]external|select[ _]one(?: from)?|select1|select[ _]multiple|select[ _]many|select all that apply(?: from)?|odk:rank|rank)(?:\s+(.*))?$/i

export interface RowType {
  readonly kind: RowKind
  /** The list of a choice. */
  readonly list?: string
  readonly orOther?: boolean
}

/** Reads the type of a row; `null` when there is no such type. */
export function readType(written: string): RowType | null {
  const text = written
    .trim()
    .replace(/\s+/g, ' ')
    .replace(OLD_WORDS, '')
    .replace(/ prompt using /i, ' ')
  const loop = LOOP.exec(text)
  if (loop) return { kind: 'begin_loop', list: loop[1] ?? '' }
  const chosen = WITH_LIST.exec(text)
  if (chosen) {
    const [, word = '', rest = ''] = chosen
    if (/file|external/i.test(word)) return { kind: 'unsupported' }
    const orOther = /\s(?:or[ _]other|or specify other)$/i.test(` ${rest}`)
    const list = rest.replace(/\s*(?:or[ _]other|or specify other)$/i, '').trim()
    const kind = PHRASES.find(([pattern]) => pattern.test(word.toLowerCase().replace(/ from$/, '')))?.[1]
    return kind === undefined ? null : { kind, list, orOther }
  }
  const word = text.toLowerCase()
  const phrase = PHRASES.find(([pattern]) => pattern.test(word))?.[1]
  const known = phrase ?? (Object.hasOwn(WORDS, word) ? WORDS[word] : undefined)
  return known === undefined ? null : { kind: known }
}

/** The type that was most likely meant. */
export function nearestType(written: string): string | undefined {
  const [first = '', ...rest] = written.trim().split(/\s+/)
  const names = [
    ...Object.keys(WORDS),
    'select_one',
    'select_multiple',
    'rank',
    'begin_group',
    'end_group',
    'begin_repeat',
    'end_repeat',
  ]
  const meant = nearest([first, ...rest].join('_').slice(0, 40), names) ?? nearest(first, names)
  if (meant === undefined) return undefined
  return /^(?:select|rank)/.test(meant) && rest.length > 0 ? `${meant} ${rest.join(' ')}` : meant
}

const YES = ['yes', 'true', 'true()', 'tak', '1']
const NO = ['no', 'false', 'false()', 'nie', '0', '']

/** A yes or a no as forms write it; `null` when it is an expression. */
export function readFlag(written: string): boolean | null {
  const word = written.trim().toLowerCase()
  if (YES.includes(word)) return true
  return NO.includes(word) ? false : null
}
