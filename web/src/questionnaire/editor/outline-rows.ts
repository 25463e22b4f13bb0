import type { Question, Questionnaire, Section } from '@rozeznanie/core/questionnaire'
import type { Target } from './editor-desk.ts'

/** A line of the outline: the texts around the questions, a section, or a question at its depth. */
export type OutlineRow = {
  readonly target: Target
  /** 1 for sections, 2 for their questions, 3 and 4 inside rosters. */
  readonly level: number
  readonly position: number
  readonly siblings: number
} & (
  | { readonly kind: 'facts' }
  | { readonly kind: 'section'; readonly section: Section }
  | {
      readonly kind: 'question'
      readonly question: Question
      readonly number: string
      readonly sectionKey: string
      readonly rosterKey?: string
    }
)

interface Around {
  readonly sectionKey: string
  readonly rosterKey?: string
  readonly level: number
  readonly prefix: string
  readonly from: number
}

function questionRows(questions: readonly Question[], around: Around): readonly OutlineRow[] {
  const { sectionKey, rosterKey, level, prefix, from } = around
  return questions.flatMap((question, index): readonly OutlineRow[] => {
    const number = `${prefix}${from + index + 1}`
    const row: OutlineRow = {
      kind: 'question',
      target: `question:${question.key}`,
      level,
      position: index + 1,
      siblings: questions.length,
      question,
      number,
      sectionKey,
      ...(rosterKey === undefined ? {} : { rosterKey }),
    }
    if (question.type !== 'ROSTER') return [row]
    const inner = { sectionKey, rosterKey: question.key, level: level + 1, prefix: `${number}.`, from: 0 }
    return [row, ...questionRows(question.questions, inner)]
  })
}

/** The lines of the outline, from top to bottom; questions are numbered through all sections. */
export function outlineRows({ sections }: Questionnaire): readonly OutlineRow[] {
  const siblings = sections.length + 1
  let from = 0
  const rows: OutlineRow[] = [{ kind: 'facts', target: 'facts', level: 1, position: 1, siblings }]
  sections.forEach((section, index) => {
    const target: Target = `section:${section.key}`
    rows.push({ kind: 'section', target, level: 1, position: index + 2, siblings, section })
    rows.push(...questionRows(section.questions, { sectionKey: section.key, level: 2, prefix: '', from }))
    from += section.questions.length
  })
  return rows
}
