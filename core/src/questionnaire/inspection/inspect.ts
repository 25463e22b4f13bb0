import type { Questionnaire } from '../model.ts'
import { fillingTime, type FillingTime } from './filling-time.ts'
import type { Finding, Severity } from './finding.ts'
import { logicFindings } from './logic-findings.ts'
import { readingLevel, runningText, type ReadingLevel } from './reading-level.ts'
import { cycleFindings, ruleFindings } from './rule-findings.ts'
import { textFindings } from './text-findings.ts'
import { worldOf, type World } from './world.ts'

/** Longest survey of people that is not given up, in minutes; institutions get twice as much. */
const MOST_MINUTES = 15
const INSTITUTION_MINUTES = 30

function timeFindings(world: World): readonly Finding[] {
  const { questionnaire } = world.compiled
  const time = fillingTime(world)
  const [median, longest] = [Math.ceil(time.medianMinutes), Math.ceil(time.longestMinutes)]
  const most = questionnaire.audience === 'PROVIDER' ? INSTITUTION_MINUTES : MOST_MINUTES
  const declared = questionnaire.estimatedMinutes
  const place = { part: 'estimatedMinutes' } as const
  const isOff = Math.abs(declared - median) > Math.max(2, median * 0.35)
  const differs = `Wypełnianie zajmie zwykle około ${median} min (najdłużej ${longest} min), a we wstępie jest ${declared} min. Prosimy poprawić czas we wstępie.`
  const tooLong = `Wypełnianie zajmie zwykle około ${median} min (najdłużej ${longest} min). Po ${most} minutach wiele osób przerywa; prosimy skrócić ankietę.`
  return [
    ...(isOff ? [{ code: 'TIME_DIFFERS', severity: 'hint', place, message: differs } as const] : []),
    ...(median > most ? [{ code: 'TOO_LONG', severity: 'hint', place, message: tooLong } as const] : []),
  ]
}

const ORDER: readonly Severity[] = ['error', 'warning', 'hint']

/**
 * Everything an author should know about a questionnaire, the gravest first, then in the order of asking. What it says
 * about logic is proven for all answers; what could be proven neither way is not told.
 */
export function inspect(questionnaire: Questionnaire): readonly Finding[] {
  const world = worldOf(questionnaire)
  const found = [
    ...ruleFindings(world),
    ...cycleFindings(world),
    ...logicFindings(world),
    ...textFindings(world),
    ...timeFindings(world),
  ]
  const order = ({ place }: Finding) => world.places.get(place.questionKey ?? '')?.order ?? -1
  return [...found].sort(
    (left, right) =>
      ORDER.indexOf(left.severity) - ORDER.indexOf(right.severity) || order(left) - order(right),
  )
}

/** Figures of a questionnaire that the editor shows beside the findings. */
export interface Measures {
  readonly time: FillingTime
  readonly reading: ReadingLevel
}

export function measure(questionnaire: Questionnaire): Measures {
  return { time: fillingTime(worldOf(questionnaire)), reading: readingLevel(runningText(questionnaire)) }
}
