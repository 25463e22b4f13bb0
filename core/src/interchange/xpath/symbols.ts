import type { Expression } from '../../questionnaire/index.ts'

/** What a name of a form stands for. */
export interface FormSymbol {
  readonly kind:
    'single' | 'multi' | 'number' | 'text' | 'year' | 'consent' | 'value' | 'roster' | 'group' | 'dropped'
  /** What it is in our language; a reference to an answer, unless the form worked it out on the side. */
  readonly expression: Expression
  /** Codes by the form's names of options. */
  readonly codes?: ReadonlyMap<string, string>
  /** Keys of the rosters around it, outermost first. */
  readonly rosters: readonly string[]
}

/** What an expression of a form may speak of. */
export interface XPathScope {
  symbol(name: string): FormSymbol | undefined
  /** Keys of the rosters around the expression. */
  readonly rosters: readonly string[]
  /** The question itself, that `.` means. */
  readonly own?: FormSymbol
  /** In a filter of options: the value of a column for the option in question. */
  column?(name: string): Expression | undefined
  /** Takes down what could not be said exactly. */
  note(message: string): void
  /** How the form writes a name, for messages; `${name}` when it does not say. */
  told?(name: string): string
}
