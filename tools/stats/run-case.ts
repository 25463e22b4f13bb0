import { ArgumentRefusedError } from '@rozeznanie/core/statistics/design'
import type { CaseFile, Results } from './case.ts'
import { checkCase, methodsOf } from './check-case.ts'
import { designOf, domainOf, type CaseContext } from './context.ts'
import { frameOf, type Frame } from './frame.ts'
import { crosstab, multiSelect, needs, nps } from './methods/answers.ts'
import { differences, ratio } from './methods/comparisons.ts'
import { means, quantiles } from './methods/means.ts'
import { adjusted, alpha, binomial, plainChiSquare, sampleSizes } from './methods/unweighted.ts'
import { calibration, kish, postStratification, raking, trimming } from './methods/weighting.ts'

/** Methods that need no data file. */
const OF_TASK: Readonly<Record<string, (task: CaseFile['task']) => Results>> = {
  chi_square_plain: plainChiSquare,
  p_adjust: adjusted,
  binomial_ci: binomial,
  sample_size: sampleSizes,
}

/** Methods that look at a sample. */
const OF_SAMPLE: Readonly<Record<string, (context: CaseContext) => Results>> = {
  mean: means,
  total: means,
  proportion: means,
  domain: means,
  quantile: quantiles,
  ratio,
  difference: differences,
  t_test: differences,
  post_stratify: postStratification,
  rake: raking,
  calibrate: calibration,
  trim: trimming,
  kish,
  crosstab,
  multi_select: multiSelect,
  nps,
  needs,
}

const METHODS = [...Object.keys(OF_TASK), ...Object.keys(OF_SAMPLE), 'cronbach_alpha']

/** What a case reads beside its JSON. */
export interface CaseData {
  readonly frame: Frame
  /** Weights of a file of their own, a value per row of the frame. */
  readonly fileWeights: Float64Array | null
}

const NOTHING: Frame = frameOf({ header: [], columns: [], rowCount: 0 })

/**
 * Computes everything a case asks for (methods joined by `+`), under the names of `expected`, with more beside it.
 *
 * @throws DomainError in Polish when the case cannot be computed
 */
export function runCase(file: CaseFile, data: CaseData | null): Results {
  const { task, design: described } = checkCase(file, METHODS)
  const methods = methodsOf(task)
  const needsData = methods.find((name) => !(name in OF_TASK))
  if (needsData !== undefined && !data)
    throw new ArgumentRefusedError(`metoda „${needsData}” wymaga pliku danych w polu data.`)
  const frame = data?.frame ?? NOTHING
  const confidence = task.level ?? 0.95
  const sample = () => ({
    task,
    frame,
    confidence,
    design: designOf(frame, described, data?.fileWeights ?? null),
    domain: domainOf(frame, task),
  })
  const needsSample = methods.some((name) => name in OF_SAMPLE)
  const context = needsSample ? sample() : null
  const results = methods.map((name) => {
    if (name === 'cronbach_alpha')
      return alpha(task, frame, described?.weight ? sample().design.weights : null)
    return name in OF_TASK ? OF_TASK[name]!(task) : OF_SAMPLE[name]!(context!)
  })
  return Object.assign({}, ...results)
}
