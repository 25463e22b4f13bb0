/** Words and the language they are in, where that is not the language of the booklet. */
export interface BookletText {
  readonly text: string
  readonly language?: string
}

export interface BookletOption {
  /** As it is typed when the sheet is entered; `null` for „nie wiem” and its like. */
  readonly number: string | null
  readonly label: string
  /** Room to write beside it. */
  readonly hasLine: boolean
}

/** Where the answer is given by hand. */
export type BookletField =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'options'
      readonly options: readonly BookletOption[]
      /** A box to cross, or one to write a digit in. */
      readonly mark: 'box' | 'digit'
    }
  | {
      readonly kind: 'scale'
      readonly from: string
      readonly to: string
      readonly points: readonly string[]
      /** What is no point of the scale. */
      readonly others: readonly BookletOption[]
    }
  | { readonly kind: 'matrix'; readonly columns: readonly BookletOption[]; readonly rows: readonly string[] }
  | {
      readonly kind: 'letters'
      readonly letters: readonly { readonly letter: string; readonly label: string }[]
      readonly rows: readonly string[]
    }
  | { readonly kind: 'digits'; readonly whole: number; readonly decimals: number; readonly unit: string }
  | { readonly kind: 'lines'; readonly count: number }

export interface BookletQuestion {
  readonly key: string
  /** `null`: a text that asks nothing. */
  readonly number: string | null
  readonly text: string
  /** Who answers it; said before the question. */
  readonly conditions: readonly BookletText[]
  /** Help, and how to answer on paper. */
  readonly notes: readonly BookletText[]
  readonly field: BookletField
  /** Where to go on after some answers: „Jeśli „Nie”, proszę przejść do pytania 12.”. */
  readonly skips: readonly string[]
  /** The same questions for each item of a roster. */
  readonly items: readonly BookletItem[]
  /** What to do when there are more items than room. */
  readonly moreItems: string | null
}

export interface BookletItem {
  readonly title: string
  readonly questions: readonly BookletQuestion[]
}

export interface BookletSection {
  readonly title: string
  readonly description: string | null
  readonly condition: BookletText | null
  readonly questions: readonly BookletQuestion[]
}

/** What is printed for one respondent, in order and in words, without a size or a place. */
export interface Booklet {
  readonly language: string
  readonly title: string
  readonly intro: readonly string[]
  readonly howTo: string
  readonly sections: readonly BookletSection[]
  readonly thanks: readonly string[]
}

/** Whom the texts around the questions name. */
export interface SurveyNames {
  readonly organisationName: string
  readonly municipalityName: string
  readonly contactPhone: string
}
