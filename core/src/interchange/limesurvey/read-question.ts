import {
  printExpression,
  type Expression,
  type MatrixRow,
  type Option,
  type Question,
} from '../../questionnaire/index.ts'
import { binary, aText, theAnswer } from '../build.ts'
import { fold } from '../fold.ts'
import { numberOf, withoutTags } from '../json.ts'
import type { Ledger } from '../ledger.ts'
import type { FormPlace } from '../model.ts'
import { claim, codeFrom, keyFrom } from '../names.ts'
import { parseSurveyJsExpression } from '../surveyjs/expression.ts'
import type { FormSymbol } from '../xpath/symbols.ts'
import { toCondition, toExpression } from '../xpath/to-expression.ts'
import { attempt } from '../xpath/untranslatable.ts'
import { FIXED, MULTI, OPERATORS, SINGLE, symbolKind, TABLES, WORD } from './question-types.ts'
import type { LssRow, LssTables } from './tables.ts'

/** Reads questions of LimeSurvey; names must be known before conditions are read. */
export class LssReader {
  private readonly symbols = new Map<string, FormSymbol>()
  private readonly keys = new Map<LssRow, string>()
  private readonly taken = new Set<string>()
  constructor(
    private readonly tables: LssTables,
    readonly ledger: Ledger,
  ) {}

  private subquestions(question: LssRow): readonly LssRow[] {
    const own = this.tables.ordered('subquestions', 'question_order')
    const all =
      own.length > 0
        ? own
        : this.tables
            .ordered('questions', 'question_order')
            .filter((row) => Number(row['parent_qid'] ?? 0) > 0)
    return all.filter((row) => row['parent_qid'] === question['qid'] && Number(row['scale_id'] ?? 0) === 0)
  }

  /** Gives a question its key and its names their meaning. */
  name(question: LssRow): void {
    const { title = '', type = '' } = question
    const key = claim(this.taken, keyFrom(title))
    this.keys.set(question, key)
    const add = (name: string, kind: FormSymbol['kind'], expression: Expression) =>
      this.symbols.set(name, { kind, expression, rosters: [] })
    const own = symbolKind(type)
    add(title, own, theAnswer(key))
    add(`${title}_other`, 'text', theAnswer(key, 'inne'))
    for (const { title: code = '' } of this.subquestions(question)) {
      if (MULTI.includes(type))
        add(`${title}_${code}`, 'consent', binary('contains', theAnswer(key), aText(codeFrom(code))))
      else if (TABLES.includes(type)) add(`${title}_${code}`, 'single', theAnswer(key, codeFrom(code)))
      else if (type === 'K' || type === 'Q')
        add(`${title}_${code}`, type === 'K' ? 'number' : 'text', theAnswer(keyFrom(`${key}_${code}`)))
    }
  }

  expression(place: FormPlace, text: string, wants: 'condition' | 'value'): Expression | null {
    const trimmed = text.trim()
    if (trimmed === '' || trimmed === '1') return null
    const named = trimmed.replace(WORD, (whole, word: string | undefined) =>
      word === undefined || OPERATORS.includes(word) ? whole : `{${word}}`,
    )
    const scope = { symbol: (name: string) => this.symbols.get(name), rosters: [], note: () => undefined }
    const { result, why } = attempt(() => {
      const node = parseSurveyJsExpression(named)
      return fold(wants === 'condition' ? toCondition(node, scope) : toExpression(node, scope))
    })
    if (result === undefined) this.ledger.dropped(place, `Pominięto „${trimmed}”: ${why ?? ''}`)
    return result ?? null
  }

  private text(row: LssRow, table: string, id: string, field: string, longest = 2000) {
    const { base, others } = this.tables.texts(row, table, id, field)
    const fit = (html: string) => withoutTags(html).replace(/\{/g, '(').replace(/\}/g, ')').slice(0, longest)
    return {
      base: fit(base),
      others: Object.fromEntries(Object.entries(others).map(([code, one]) => [code, fit(one)])),
    }
  }

  private labelled(row: LssRow, table: string, id: string, field: string) {
    const { base, others } = this.text(row, table, id, field, 300)
    const translated = Object.entries(others).map(([code, label]) => [code, { label }] as const)
    return { label: base, ...(translated.length > 0 && { translations: Object.fromEntries(translated) }) }
  }

  private options(question: LssRow, place: FormPlace): readonly Option[] {
    const { type = '', qid, other } = question
    const taken = new Set<string>()
    const coded = (name: string) => {
      const code = claim(taken, codeFrom(name), 40)
      if (code !== name) this.ledger.approximated(place, `Odpowiedź „${name}” ma u nas kod „${code}”.`)
      return code
    }
    const fixed = FIXED[type]?.map(([code, label]): Option => ({ code: coded(code), label }))
    const answers = this.tables
      .ordered('answers', 'sortorder')
      .filter((row) => row['qid'] === qid && Number(row['scale_id'] ?? 0) === 0)
    const isFromRows = MULTI.includes(type) || (type === 'R' && answers.length === 0)
    const own = isFromRows
      ? this.subquestions(question).map((row): Option => ({
          code: coded(row['title'] ?? ''),
          ...this.labelled(
            row,
            this.tables.rows('subquestions').length > 0 && this.tables.rows('question_l10ns').length === 0
              ? 'subquestions'
              : 'questions',
            'qid',
            'question',
          ),
        }))
      : answers.map((row): Option => ({
          code: coded(row['code'] ?? ''),
          ...this.labelled(row, 'answers', row['aid'] === undefined ? 'code' : 'aid', 'answer'),
        }))
    const more =
      other === 'Y' ? [{ code: claim(taken, 'other', 40), label: 'inne, jakie?', allowsText: true }] : []
    return [...(fixed ?? own), ...more].map((option) =>
      option.label === '' ? { ...option, label: option.code } : option,
    )
  }

  private matrixRows(question: LssRow): readonly MatrixRow[] {
    return this.subquestions(question).map((row) => {
      const { label, ...rest } = this.labelled(row, 'questions', 'qid', 'question')
      return {
        key: codeFrom(row['title'] ?? ''),
        label: label === '' ? (row['title'] ?? '') : label,
        ...rest,
      }
    })
  }

  private base(question: LssRow, place: FormPlace, conditions: readonly Expression[]) {
    const text = this.text(question, 'questions', 'qid', 'question')
    const help = this.text(question, 'questions', 'qid', 'help')
    const when = this.expression({ ...place, column: 'relevance' }, question['relevance'] ?? '', 'condition')
    const all = when === null ? conditions : [...conditions, when]
    const whole = all.reduce<Expression | null>(
      (some, one) => (some === null ? one : binary('and', some, one)),
      null,
    )
    const languages = new Set([...Object.keys(text.others), ...Object.keys(help.others)])
    const translations = Object.fromEntries(
      [...languages].map(
        (code) =>
          [
            code,
            {
              ...(text.others[code] && { text: text.others[code] }),
              ...(help.others[code] && { help: help.others[code] }),
            },
          ] as const,
      ),
    )
    if ((question['preg'] ?? '') !== '')
      this.ledger.dropped(
        { ...place, column: 'preg' },
        `Pominięto wzorzec „${question['preg']}”: wzorców nie sprawdzamy.`,
      )
    return {
      key: this.keys.get(question) ?? 'q',
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
    return {
      type: 'NUMBER' as const,
      ...(min !== undefined && { min }),
      ...(max !== undefined && { max }),
      ...(!isWhole && { decimals: 2 }),
    }
  }

  private several(
    question: LssRow,
    place: FormPlace,
    conditions: readonly Expression[],
  ): readonly Question[] {
    this.ledger.approximated(place, 'Każde pole to u nas osobne pytanie.')
    const { key, text, ...base } = this.base(question, place, conditions)
    return this.subquestions(question).map((row): Question => {
      const { label } = this.labelled(row, 'questions', 'qid', 'question')
      const own = {
        key: claim(this.taken, keyFrom(`${key}_${row['title'] ?? ''}`)),
        text: `${text} – ${label}`,
      }
      return question['type'] === 'K'
        ? { ...base, ...own, ...this.number(question) }
        : { ...base, ...own, type: 'TEXT_SHORT' }
    })
  }

  /** A question of LimeSurvey as ours; none for what is left out. */
  read(question: LssRow, place: FormPlace, conditions: readonly Expression[]): readonly Question[] {
    const { type = '', qid, title = '' } = question
    const base = () => this.base(question, place, conditions)
    const options = () => this.options(question, place)
    if (SINGLE.includes(type)) {
      if (type === 'O')
        this.ledger.approximated(place, `„${title}”: komentarza przy odpowiedzi nie wczytano.`)
      return [{ ...base(), type: 'SINGLE', options: options() }]
    }
    if (MULTI.includes(type)) {
      const [min, max] = ['min_answers', 'max_answers'].map((name) =>
        numberOf(this.tables.attribute(qid, name)),
      )
      if (type === 'P')
        this.ledger.approximated(place, `„${title}”: komentarzy przy odpowiedziach nie wczytano.`)
      return [
        {
          ...base(),
          type: 'MULTI',
          options: options(),
          ...(min !== undefined && { minChoices: min }),
          ...(max !== undefined && { maxChoices: max }),
        },
      ]
    }
    if (TABLES.includes(type)) {
      const rows = this.matrixRows(question)
      return [{ ...base(), type: 'MATRIX_SINGLE', options: options(), rows }]
    }
    if (type === 'R') {
      const ranked = options()
      return [
        {
          ...base(),
          type: 'RANK',
          options: ranked,
          top: numberOf(this.tables.attribute(qid, 'max_answers')) ?? ranked.length,
        },
      ]
    }
    if (type === 'K' || type === 'Q') return this.several(question, place, conditions)
    return this.simple(question, place, base)
  }

  private simple(
    question: LssRow,
    place: FormPlace,
    base: () => ReturnType<LssReader['base']>,
  ): readonly Question[] {
    const { type = '', qid, title = '' } = question
    switch (type) {
      case 'S':
        return [{ ...base(), type: 'TEXT_SHORT' }]
      case 'T':
      case 'U':
        return [{ ...base(), type: 'TEXT_LONG' }]
      case 'N':
        return [{ ...base(), ...this.number(question) }]
      case '5':
        return [{ ...base(), type: 'SCALE_1_5' }]
      case 'X':
        return [{ ...base(), type: 'INFO' }]
      case 'D':
        this.ledger.approximated(place, `„${title}”: z daty zostaje sam rok.`)
        return [{ ...base(), type: 'DATE_YEAR' }]
      case '*': {
        const text = this.tables.attribute(qid, 'equation') || (question['question'] ?? '')
        const expression = this.expression(
          { ...place, column: 'equation' },
          text.trim().replace(/^\{([^{}]*)\}$/, '$1'),
          'value',
        )
        return expression === null
          ? []
          : [{ ...base(), type: 'CALCULATED', expression: printExpression(expression) }]
      }
      default:
        this.ledger.dropped(place, `Pominięto „${title}”: typu „${type}” nie ma u nas.`)
        return []
    }
  }
}
