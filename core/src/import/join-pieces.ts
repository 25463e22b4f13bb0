import type { Answer, Answers } from '../questionnaire/index.ts'
import type { AnswerPiece } from './read-cell.ts'

/** Joins the pieces that the columns of one row gave into answers by question key. A later piece adds, it never overwrites. */
export function joinPieces(pieces: readonly AnswerPiece[]): Answers {
  const answers = new Map<string, Answer>()
  for (const piece of pieces) answers.set(piece.key, joined(answers.get(piece.key), piece, pieces))
  return Object.fromEntries(answers)
}

function joined(before: Answer | undefined, piece: AnswerPiece, pieces: readonly AnswerPiece[]): Answer {
  switch (piece.kind) {
    case 'whole':
      return Array.isArray(before) && Array.isArray(piece.answer)
        ? union(before, piece.answer)
        : (before ?? piece.answer)
    case 'choice':
      return union(Array.isArray(before) ? before : [], [piece.code])
    case 'row':
      return { ...(isRows(before) ? before : {}), [piece.rowKey]: piece.answer } as Answer
    case 'place':
      return placesOf(piece.key, pieces)
  }
}

const union = (a: readonly string[], b: readonly string[]): readonly string[] => [...new Set([...a, ...b])]

const isRows = (answer: Answer | undefined): answer is Readonly<Record<string, string>> =>
  typeof answer === 'object' && !Array.isArray(answer)

function placesOf(key: string, pieces: readonly AnswerPiece[]): readonly string[] {
  const places = pieces.filter((piece) => piece.kind === 'place' && piece.key === key) as Extract<
    AnswerPiece,
    { kind: 'place' }
  >[]
  return union(
    [],
    places.toSorted((a, b) => a.place - b.place).map((piece) => piece.code),
  )
}
