/** A meaning that open answers are sorted under. */
export interface Code {
  /** Never changes within a codebook and is never used again. */
  readonly id: string
  readonly label: string
  /** What belongs here and what does not, for whoever codes; may be empty. */
  readonly description: string
}

/** The codes of one open question of one survey. */
export interface Codebook {
  readonly codes: readonly Code[]
  /** Number of the last code ever made: a removed code's id stays unused. */
  readonly lastCode: number
}

/** In every codebook, last; neither can be renamed or removed. */
export const OTHER_CODE = 'OTHER'
export const EMPTY_CODE = 'EMPTY'
export const FIXED_CODES: readonly Code[] = [
  { id: OTHER_CODE, label: 'Inne', description: 'Odpowiedź ma treść, ale nie pasuje do żadnego kodu.' },
  {
    id: EMPTY_CODE,
    label: 'Bez treści',
    description: 'Nie wiadomo, o co chodzi, albo odpowiedź brzmi „nie wiem”, „brak”, „nie dotyczy”.',
  },
]

/** An answer as one person coded it: ids of codes, at least one, in the order of the codebook. */
export interface Coding {
  /** Names the answer. */
  readonly answer: string
  readonly codes: readonly string[]
}

export const LIMITS = { codes: 100, label: 120, description: 500, perAnswer: 10 } as const
