import { printExpression, type Expression, type Question } from '../../questionnaire/index.ts'
import { joinedBy } from '../build.ts'
import { numberOf } from '../json.ts'
import type { Ledger } from '../ledger.ts'
import type { FormPlace } from '../model.ts'
import { LssExpressions } from './expressions.ts'
import { LssNames } from './naming.ts'
import { GRIDS, MULTI, SEVERAL, SINGLE, TABLES } from './question-types.ts'
import { LssParts } from './read-parts.ts'
import type { LssRow, LssTables } from './tables.ts'
import { reportUnused } from './unused.ts'

const MOST_CELLS = 60

/** Where a question stands, and the conditions around it. */
interface Around {
  readonly place: FormPlace
  readonly conditions: readonly Expression[]
}
type Base = ReturnType<LssReader['base']>

/** Reads questions of LimeSurvey; names must be known before conditions are read. */
export class LssReader {
  readonly names: LssNames
  readonly expressions: LssExpressions
  readonly parts: LssParts
  constructor(
    private readonly tables: LssTables,
    readonly ledger: Ledger,
  ) {
    this.names = new LssNames(tables)
    this.expressions = new LssExpressions(this.names.symbols, ledger)
    this.parts = new LssParts(tables, this.names, this.expressions, ledger)
  }

  private base(question: LssRow, { place, conditions }: Around, key = this.names.key(question)) {
    const text = this.parts.text(place, question, ['questions', 'qid', 'question'])
    const help = this.parts.text(place, question, ['questions', 'qid', 'help'])
    const at = { ...place, column: 'relevance' }
    const when = this.expressions.expression(at, question['relevance'] ?? '', 'condition')
    const whole = joinedBy('and', when === null ? conditions : [...conditions, when])
    const languages = new Set([...Object.keys(text.others), ...Object.keys(help.others)])
    const translations = Object.fromEntries(
      [...languages].map((code) => {
        const [own, ownHelp] = [text.others[code], help.others[code]]
        return [code, { ...(own && { text: own }), ...(ownHelp && { help: ownHelp }) }] as const
      }),
    )
    if (text.base === '')
      this.ledger.approximated(place, `Pytanie nie ma treści; wpisano jego kod „${question['title'] ?? ''}”.`)
    return {
      key,
      text: text.base === '' ? (question['title'] ?? '') : text.base,
      ...(help.base !== '' && { help: help.base }),
      ...((question['mandatory'] === 'Y' || question['mandatory'] === 'S') && { required: true }),
      ...(whole !== null && { visibleIf: printExpression(whole) }),
      ...(languages.size > 0 && { translations }),
    }
  }

  private number(question: LssRow) {
    const bound = (name: string) => numberOf(this.tables.attribute(question['qid'], name))
    const [min, max] = [bound('min_num_value_n'), bound('max_num_value_n')]
    const isWhole = this.tables.attribute(question['qid'], 'num_value_int_only') === '1'
    const unit = this.tables.attribute(question['qid'], 'suffix').slice(0, 40)
    return {
      type: 'NUMBER' as const,
      ...(min !== undefined && { min }),
      ...(max !== undefined && { max }),
      ...(unit !== '' && { unit }),
      ...(!isWhole && { decimals: 2 }),
    }
  }

  private typed(base: Base, question: LssRow, type: 'NUMBER' | 'TEXT_SHORT' | 'TEXT_LONG'): Question {
    if (type === 'NUMBER') return { ...base, ...this.number(question) }
    const most = numberOf(this.tables.attribute(question['qid'], 'maximum_chars'))
    const isFit = most !== undefined && most >= 1 && most <= 10_000
    return { ...base, type, ...(isFit && { maxLength: Math.trunc(most) }) }
  }

  /** A field of a question with many: `„question – field”`. */
  private field(base: Base, question: LssRow, tail: string, label: string): Question {
    const { type = '' } = question
    const own = {
      ...base,
      key: this.names.key(question, tail),
      text: `${base.text} – ${label}`.slice(0, 2000),
    }
    return this.typed(own, question, type === 'K' || type === ':' ? 'NUMBER' : 'TEXT_SHORT')
  }

  private several(question: LssRow, around: Around): readonly Question[] {
    const { place } = around
    this.ledger.approximated(place, 'Każde pole to u nas osobne pytanie.')
    const base = this.base(question, around, '')
    return this.names.parts(question).map((row) => {
      const code = row['title'] ?? ''
      const at = { ...place, column: 'relevance' }
      const when = this.expressions.expression(at, row['relevance'] ?? '', 'condition')
      const field = this.field(base, question, code, this.parts.part(place, row).label || code)
      if (when === null) return field
      const whole =
        field.visibleIf === undefined
          ? printExpression(when)
          : `(${field.visibleIf}) and (${printExpression(when)})`
      return { ...field, visibleIf: whole }
    })
  }

  private table(question: LssRow, around: Around): Question {
    const { place } = around
    const when = this.parts.conditionsOfParts(question, place, 'row')
    return {
      ...this.base(question, around),
      type: 'MATRIX_SINGLE',
      options: this.parts.options(question, place),
      rows: this.parts.rows(question, place),
      ...(when !== null && { rowVisibleIf: printExpression(when) }),
    }
  }

  /** A table with two scales is two tables. */
  private dualScale(question: LssRow, around: Around): readonly Question[] {
    const { place } = around
    this.ledger.approximated(place, 'Tabela o dwóch skalach to u nas dwie tabele.')
    return [0, 1].map((scale): Question => {
      const heading = this.tables.attribute(
        question['qid'],
        scale === 0 ? 'dualscale_headerA' : 'dualscale_headerB',
      )
      const base = this.base(question, around, this.names.key(question, `skala_${scale + 1}`))
      return {
        ...base,
        text: heading === '' ? base.text : `${base.text} – ${heading}`.slice(0, 2000),
        type: 'MATRIX_SINGLE',
        options: this.parts.options(question, place, scale),
        rows: this.parts.rows(question, place),
      }
    })
  }

  /** A grid of boxes is a table of several choices; other grids come apart into their cells. */
  private grid(question: LssRow, around: Around): readonly Question[] {
    const { place } = around
    const [rows, columns] = [this.names.parts(question), this.names.parts(question, 1)]
    if (this.names.isTicked(question)) {
      const options = this.parts.optionsOfParts(place, columns)
      return [
        {
          ...this.base(question, around),
          type: 'MATRIX_MULTI',
          options,
          rows: this.parts.rows(question, place),
        },
      ]
    }
    if (rows.length * columns.length > MOST_CELLS) {
      this.ledger.dropped(
        place,
        `Pominięto „${question['title'] ?? ''}”: tabela do wpisywania ma ponad ${MOST_CELLS} pól.`,
      )
      return []
    }
    this.ledger.approximated(place, 'Każde pole tabeli to u nas osobne pytanie.')
    const base = this.base(question, around, '')
    const label = (part: LssRow) => this.parts.part(place, part).label || (part['title'] ?? '')
    return rows.flatMap((row) =>
      columns.map((column) => {
        const tail = `${row['title'] ?? ''}_${column['title'] ?? ''}`
        return this.field(base, question, tail, `${label(row)}, ${label(column)}`)
      }),
    )
  }

  private multi(question: LssRow, around: Around): Question {
    const { place } = around
    const [min, max] = ['min_answers', 'max_answers'].map((name) =>
      numberOf(this.tables.attribute(question['qid'], name)),
    )
    const when = this.parts.conditionsOfParts(question, place, 'option')
    return {
      ...this.base(question, around),
      type: 'MULTI',
      options: this.parts.options(question, place),
      ...(when !== null && { optionFilter: printExpression(when) }),
      ...(min !== undefined && { minChoices: min }),
      ...(max !== undefined && { maxChoices: max }),
    }
  }

  private choice(question: LssRow, around: Around): Question {
    const { place } = around
    const { type, qid } = question
    const options = this.parts.options(question, place)
    if (type !== 'R') return { ...this.base(question, around), type: 'SINGLE', options }
    const most = numberOf(this.tables.attribute(qid, 'max_answers')) ?? options.length
    return { ...this.base(question, around), type: 'RANK', options, top: most }
  }

  /** A question of LimeSurvey as ours; none for what is left out. */
  read(question: LssRow, place: FormPlace, conditions: readonly Expression[]): readonly Question[] {
    const { type = '' } = question
    const around = { place, conditions }
    reportUnused(this.tables, question, place, this.ledger)
    if (type === 'O' || type === 'P')
      this.ledger.approximated(place, 'Komentarzy przy odpowiedziach nie wczytano.')
    if (SINGLE.includes(type) || type === 'R') return [this.choice(question, around)]
    if (MULTI.includes(type)) return [this.multi(question, around)]
    if (TABLES.includes(type)) return [this.table(question, around)]
    if (SEVERAL.includes(type)) return this.several(question, around)
    if (GRIDS.includes(type)) return this.grid(question, around)
    return type === '1' ? this.dualScale(question, around) : this.simple(question, around)
  }

  private simple(question: LssRow, around: Around): readonly Question[] {
    const { type = '', title = '' } = question
    const { place } = around
    switch (type) {
      case 'S':
        return [this.typed(this.base(question, around), question, 'TEXT_SHORT')]
      case 'T':
      case 'U':
        return [this.typed(this.base(question, around), question, 'TEXT_LONG')]
      case 'N':
        return [this.typed(this.base(question, around), question, 'NUMBER')]
      case '5':
        return [{ ...this.base(question, around), type: 'SCALE_1_5' }]
      case 'X':
        return [{ ...this.base(question, around), type: 'INFO' }]
      case 'D':
        this.ledger.approximated(place, 'Z daty zostaje sam rok.')
        return [{ ...this.base(question, around), type: 'DATE_YEAR' }]
      case '*':
        return this.equation(question, around)
      default:
        this.ledger.dropped(place, `Pominięto „${title}”: typu „${type}” nie ma u nas.`)
        return []
    }
  }

  private equation(question: LssRow, { place }: Around): readonly Question[] {
    const { base } = this.tables.texts(question, 'questions', 'qid', 'question')
    const text = this.tables.attribute(question['qid'], 'equation') || base
    const bare = text.trim().replace(/^\{([^{}]*)\}$/, '$1')
    const expression = this.expressions.expression({ ...place, column: 'equation' }, bare, 'value')
    if (expression === null) return []
    const key = this.names.key(question)
    return [
      { key, text: question['title'] ?? '', type: 'CALCULATED', expression: printExpression(expression) },
    ]
  }
}
