import type { Expression, MatrixRow, Option } from '../../questionnaire/index.ts'
import { binary, joinedBy, oneOfCodes, thisOption, thisRow } from '../build.ts'
import type { Ledger } from '../ledger.ts'
import type { FormPlace } from '../model.ts'
import { claim, codeFrom } from '../names.ts'
import type { LssExpressions } from './expressions.ts'
import type { LssNames } from './naming.ts'
import { FIXED, MULTI } from './question-types.ts'
import type { LssRow, LssTables, LssTexts } from './tables.ts'

/** Reads texts, options and rows of questions of LimeSurvey. */
export class LssParts {
  constructor(
    private readonly tables: LssTables,
    private readonly names: LssNames,
    private readonly expressions: LssExpressions,
    private readonly ledger: Ledger,
  ) {}

  /** A text without HTML, with its answers piped as ours. */
  text(
    place: FormPlace,
    row: LssRow,
    [table, id, field]: readonly [string, string, string],
    longest = 2000,
  ): LssTexts {
    const { base, others } = this.tables.texts(row, table, id, field)
    const fit = (html: string) => this.expressions.text({ ...place, column: field }, html, { longest })
    return {
      base: fit(base),
      others: Object.fromEntries(Object.entries(others).map(([code, one]) => [code, fit(one)])),
    }
  }

  /** The text of an option or a row: answers are not piped into these. */
  private labelled(place: FormPlace, row: LssRow, [table, id, field]: readonly [string, string, string]) {
    const { base, others } = this.tables.texts(row, table, id, field)
    const fit = (html: string) =>
      this.expressions.text({ ...place, column: field }, html, { longest: 300, takesAnswers: false })
    const translated = Object.entries(others).map(([code, text]) => [code, { label: fit(text) }] as const)
    return {
      label: fit(base),
      ...(translated.length > 0 && { translations: Object.fromEntries(translated) }),
    }
  }

  part(place: FormPlace, row: LssRow) {
    const table = this.tables.rows('subquestions').length > 0 ? 'subquestions' : 'questions'
    return this.labelled(place, row, [table, 'qid', 'question'])
  }

  private coded(place: FormPlace): (name: string) => string {
    const taken = new Set<string>()
    return (name) => {
      const code = claim(taken, codeFrom(name), 40)
      if (code !== name) this.ledger.approximated(place, `Odpowiedź „${name}” ma u nas kod „${code}”.`)
      return code
    }
  }

  /** Options made of parts of a question: choices of a multiple one, columns of a grid. */
  optionsOfParts(place: FormPlace, parts: readonly LssRow[]): readonly Option[] {
    const coded = this.coded(place)
    return parts.map((row): Option => {
      const code = coded(row['title'] ?? '')
      const labelled = this.part(place, row)
      return { code, ...labelled, label: labelled.label === '' ? code : labelled.label }
    })
  }

  options(question: LssRow, place: FormPlace, scale = 0): readonly Option[] {
    const { type = '', qid, other } = question
    const coded = this.coded(place)
    const fixed = FIXED[type]?.map(([code, label]): Option => ({ code: coded(code), label }))
    const ofQuestion = this.tables
      .having('answers', 'qid', qid)
      .filter((row) => Number(row['scale_id'] ?? 0) === scale)
    const answers = this.tables.inOrder(ofQuestion, 'sortorder')
    const isFromRows = MULTI.includes(type) || (type === 'R' && answers.length === 0)
    const own = isFromRows
      ? this.optionsOfParts(place, this.names.parts(question))
      : answers.map((row): Option => {
          const id = row['aid'] === undefined ? 'code' : 'aid'
          return { code: coded(row['code'] ?? ''), ...this.labelled(place, row, ['answers', id, 'answer']) }
        })
    const excluding = this.tables.attribute(qid, 'exclude_all_others').split(';').map(codeFrom)
    const more: readonly Option[] =
      other === 'Y' ? [{ code: coded('other'), label: 'inne, jakie?', allowsText: true }] : []
    return [...(fixed ?? own), ...more].map((option) => ({
      ...option,
      label: option.label === '' ? option.code : option.label,
      ...(MULTI.includes(type) && excluding.includes(option.code) && { exclusive: true }),
    }))
  }

  rows(question: LssRow, place: FormPlace): readonly MatrixRow[] {
    return this.names.parts(question).map((row) => {
      const { label, ...rest } = this.part(place, row)
      return {
        key: codeFrom(row['title'] ?? ''),
        label: label === '' ? (row['title'] ?? '') : label,
        ...rest,
      }
    })
  }

  /** The conditions of rows or of choices as one rule; null when none has any. */
  conditionsOfParts(question: LssRow, place: FormPlace, what: 'row' | 'option'): Expression | null {
    const self = what === 'row' ? thisRow : thisOption
    const free: string[] = question['other'] === 'Y' && what === 'option' ? ['other'] : []
    const bound = this.names.parts(question).flatMap((row) => {
      const code = codeFrom(row['title'] ?? '')
      const at = { ...place, column: 'relevance' }
      const when = this.expressions.expression(at, row['relevance'] ?? '', 'condition')
      if (when === null) free.push(code)
      return when === null ? [] : [binary('and', oneOfCodes(self, [code]), when)]
    })
    if (bound.length === 0) return null
    return joinedBy('or', [...(free.length > 0 ? [oneOfCodes(self, free)] : []), ...bound])
  }
}
