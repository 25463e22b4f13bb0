import type { Expression } from '../../questionnaire/index.ts'
import { aText, binary, theAnswer } from '../build.ts'
import { claim, codeFrom, keyFrom } from '../names.ts'
import type { FormSymbol } from '../xpath/symbols.ts'
import { GRIDS, MULTI, SEVERAL, symbolKind, TABLES } from './question-types.ts'
import type { LssRow, LssTables } from './tables.ts'

/** Keys of questions, and what names in expressions mean. */
export class LssNames {
  readonly symbols = new Map<string, FormSymbol>()
  readonly taken = new Set<string>()
  private readonly keys = new Map<string, string>()
  constructor(private readonly tables: LssTables) {}

  /** Rows of a question (`scale` 0) or columns of a grid (1), in order. */
  parts(question: LssRow, scale = 0): readonly LssRow[] {
    const table = this.tables.rows('subquestions').length > 0 ? 'subquestions' : 'questions'
    const own = this.tables.having(table, 'parent_qid', question['qid'])
    const ofScale = own.filter((row) => Number(row['scale_id'] ?? 0) === scale)
    return this.tables.inOrder(ofScale, 'question_order')
  }

  /** The key of a question, or of one of its parts: `q1`, `q1_SQ2`. */
  key(question: LssRow, part = ''): string {
    const name = `${question['qid'] ?? ''} ${part}`
    const known = this.keys.get(name)
    if (known !== undefined) return known
    const { title = '' } = question
    const key = claim(this.taken, keyFrom(part === '' ? title : `${title}_${part}`))
    this.keys.set(name, key)
    return key
  }

  /** An answer goes by the code of its question, by the question's number, and by the name of its old column. */
  private add(question: LssRow, tail: string, kind: FormSymbol['kind'], expression: Expression): void {
    const { title = '', qid = '', gid = '' } = question
    const sid = this.tables.rows('surveys')[0]?.['sid'] ?? ''
    const joint = tail === '' ? '' : '_'
    const names = [`${title}${joint}${tail}`, `Q${qid}${joint}${tail}`, `${sid}X${gid}X${qid}${tail}`]
    for (const name of names)
      if (!this.symbols.has(name)) this.symbols.set(name, { kind, expression, rosters: [] })
  }

  /** Gives a question its key and its names their meaning. */
  take(question: LssRow): void {
    const { type = '' } = question
    const isSplit = GRIDS.includes(type) || SEVERAL.includes(type) || type === '1'
    if (!isSplit) {
      const answer = theAnswer(this.key(question))
      this.add(question, '', symbolKind(type), answer)
      this.add(question, 'other', 'text', theAnswer(this.key(question), 'inne'))
    }
    for (const { title: code = '' } of this.parts(question)) this.takePart(question, type, code)
  }

  private takePart(question: LssRow, type: string, code: string): void {
    if (MULTI.includes(type))
      this.add(
        question,
        code,
        'consent',
        binary('contains', theAnswer(this.key(question)), aText(codeFrom(code))),
      )
    else if (TABLES.includes(type))
      this.add(question, code, 'single', theAnswer(this.key(question), codeFrom(code)))
    else if (SEVERAL.includes(type))
      this.add(question, code, type === 'K' ? 'number' : 'text', theAnswer(this.key(question, code)))
    else if (type === '1')
      for (const scale of ['0', '1'])
        this.add(
          question,
          `${code}_${scale}`,
          'single',
          theAnswer(this.key(question, `skala_${Number(scale) + 1}`), codeFrom(code)),
        )
    else if (GRIDS.includes(type)) this.takeCells(question, type, code)
  }

  private takeCells(question: LssRow, type: string, row: string): void {
    const isTicked = this.isTicked(question)
    for (const { title: column = '' } of this.parts(question, 1)) {
      const tail = `${row}_${column}`
      if (isTicked) {
        const cell = theAnswer(this.key(question), codeFrom(row))
        this.add(question, tail, 'consent', binary('contains', cell, aText(codeFrom(column))))
      } else this.add(question, tail, type === ':' ? 'number' : 'text', theAnswer(this.key(question, tail)))
    }
  }

  /** Is a grid of numbers one of boxes to tick? */
  isTicked(question: LssRow): boolean {
    return (
      question['type'] === ':' && this.tables.attribute(question['qid'], 'multiflexible_checkbox') === '1'
    )
  }
}
