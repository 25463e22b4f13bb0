/** Columns of a form by the names they go under; what is read comes first. */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  type: ['command'],
  name: ['tag', 'value'],
  label: ['caption', 'etykieta'],
  hint: [],
  guidance_hint: [],
  required: ['bind::required'],
  required_message: ['requiredmsg', 'bind::jr:requiredmsg', 'noapperrorstring', 'bind::jr:noapperrorstring'],
  relevant: ['relevance', 'bind::relevant'],
  constraint: ['bind::constraint'],
  constraint_message: [
    'constraint message',
    'constraining_message',
    'constraining message',
    'bind::jr:constraintmsg',
  ],
  calculation: ['calculate', 'bind::calculate'],
  default: [],
  read_only: ['readonly', 'read only', 'bind::readonly'],
  appearance: ['body::appearance', 'control::appearance', 'bind::appearance'],
  choice_filter: ['choice filter'],
  repeat_count: ['count', 'jr:count', 'body::jr:count', 'repeat count'],
  parameters: [],
  trigger: [],
  list_name: ['list name', 'list'],
  form_title: ['title', 'set form title'],
  form_id: ['id_string', 'set form id'],
  default_language: ['default language'],
  version: [],
  image: ['media::image'],
  audio: ['media::audio'],
  video: ['media::video'],
  'big-image': ['media::big-image'],
  allow_choice_duplicates: ['allow choice duplicates'],
  'kobo--score-choices': [],
  'kobo--rank-items': [],
  'kobo--matrix_list': [],
  'kobo--rank-constraint-message': [],
}
/** No name of a column is longer. */
const LONGEST = 300
/** One spelling for all: small letters, `::` between parts, `_` between words. */
const spelled = (written: string): string =>
  written
    .toLowerCase()
    .replace(/::?/g, '::')
    .replace(/[\s_]+/g, '_')
const CANONICAL: ReadonlyMap<string, string> = new Map(
  Object.entries(ALIASES).flatMap(([name, others]) =>
    [name, ...others].map((written) => [spelled(written), name] as const),
  ),
)
const TRANSLATED: readonly string[] = [
  'label',
  'hint',
  'guidance_hint',
  'constraint_message',
  'required_message',
  'image',
  'audio',
  'video',
  'big-image',
]

/** A column of a sheet: what it holds and, for texts, in which language (`''` when it does not say). */
export interface Header {
  readonly name: string
  readonly language: string
  readonly written: string
  readonly isKnown: boolean
  /** Is it under its own name, not under another it also goes by? */
  readonly isOwn: boolean
}

/** Reads the name of a column, in any case, with `::language` or the older `:language`. */
export function readHeader(written: string): Header {
  const text = written
    .slice(0, LONGEST)
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/ ?(::?) ?/g, '$1')
  const whole = CANONICAL.get(spelled(text))
  if (whole !== undefined)
    return {
      name: whole,
      language: '',
      written: text,
      isKnown: true,
      isOwn: spelled(text) === spelled(whole),
    }
  for (const joint of ['::', ':']) {
    const at = text.lastIndexOf(joint)
    const name = at > 0 ? CANONICAL.get(spelled(text.slice(0, at))) : undefined
    if (name !== undefined && TRANSLATED.includes(name))
      return {
        name,
        language: text.slice(at + joint.length),
        written: text,
        isKnown: true,
        isOwn: spelled(text.slice(0, at)) === spelled(name),
      }
  }
  return { name: text, language: '', written: text, isKnown: false, isOwn: true }
}
