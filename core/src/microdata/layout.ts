import type { Answers } from '../questionnaire/index.ts'
import type { SurveyForm } from './asked-series.ts'
import { labelWithin, oneLine } from './cut-text.ts'
import type { ResponseSet, Variable, VariableValue } from './model.ts'
import { Names } from './names.ts'

const LONGEST_LABEL = 256

/** Where the values of one case are put. */
export interface Sink {
  readonly numbers: Float64Array
  readonly texts: string[]
  /** Of the case, in `numbers` and in `texts`. */
  at: number
  textAt: number
}

/**
 * Writes what was answered to a question that was asked; of others nothing is written.
 *
 * @param around - the answers of the person, those of the item first where the question stands in a roster
 */
export type Put = (sink: Sink, answer: unknown, around: Answers) => void

/** The localities of the survey under numbers of the file. */
export interface LocalityValues {
  readonly values: readonly VariableValue[]
  readonly numberOf: ReadonlyMap<unknown, number>
}

export interface LayoutOptions {
  readonly form: SurveyForm
  readonly localities: LocalityValues
  readonly includesOpenAnswers: boolean
  /** The most items that anybody gave to a roster, by the name of its series. */
  mostItems(name: string): number
}

type NewVariable = Pick<Variable, 'name' | 'text'> & Partial<Variable>

/** The variables of a file as they are found one after another. */
export class Layout {
  readonly variables: Variable[] = []
  readonly sets: ResponseSet[] = []
  textCount = 0
  private readonly names = new Names()
  private readonly setNames = new Names()

  constructor(readonly options: LayoutOptions) {}

  /** @returns where the variable stands: among the variables, for a text among the texts */
  add(variable: NewVariable): number {
    const { name, text, part = '', kind = 'number', ...rest } = variable
    this.variables.push({
      values: [],
      measure: 'NOMINAL',
      decimals: 0,
      widthBytes: 0,
      questionKey: '',
      asked: '',
      versions: this.options.form.versions.map(({ number }) => number),
      weightNumber: null,
      ...rest,
      name: this.names.take(name),
      kind,
      text: oneLine(text),
      part: oneLine(part),
    })
    if (kind === 'number') return this.variables.length - 1
    this.textCount += 1
    return this.textCount - 1
  }

  addSet(
    set: Pick<ResponseSet, 'kind' | 'places'> & { readonly name: string; readonly label: string },
  ): void {
    if (set.places.length < 2) return
    const label = labelWithin(oneLine(set.label), '', LONGEST_LABEL)
    this.sets.push({ ...set, name: `$${this.setNames.take(set.name).slice(0, 63)}`, label })
  }
}
