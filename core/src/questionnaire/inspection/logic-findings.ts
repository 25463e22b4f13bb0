import type { CompiledSection } from '../compile.ts'
import type { Finding, FindingPlace } from './finding.ts'
import { optionFindings, rowFindings } from './choice-findings.ts'
import { constraintFindings } from './constraint-findings.ts'
import { prove } from './prove.ts'
import {
  both,
  conditionsAround,
  conditionsOf,
  NO_CONDITIONS,
  ruleCondition,
  type Conditions,
  type Place,
  type World,
} from './world.ts'

const isConstant = (text: string): boolean => ['true', 'false'].includes(text.trim())

/** Has the rule a condition that can be proven something about? */
export const isProvable = ({ all }: Conditions): boolean => all.length > 0

/** Does the condition hold whenever those around it do? */
export function holdsAlways(world: World, around: Conditions, own: Conditions): boolean {
  const denied = own.all.map((condition) => ({ ...condition, wanted: !condition.wanted }))
  return isProvable(own) && prove(world, both(around, { ...own, all: denied })) === 'never'
}

function sectionFindings(world: World, node: CompiledSection): readonly Finding[] {
  const { section } = node
  const own = ruleCondition(world, node.visibleIf, `${node.path}.visibleIf`)
  if (!isProvable(own)) return []
  const place: FindingPlace = { sectionKey: section.key, part: 'visibleIf' }
  if (prove(world, own) === 'never') {
    const message = `Warunek części „${section.title}” nigdy nie jest spełniony, więc nikt nie zobaczy jej pytań. Prosimy zmienić warunek albo usunąć część.`
    return [{ code: 'SECTION_UNREACHABLE', severity: 'error', place, message }]
  }
  if (isConstant(section.visibleIf ?? '') || !holdsAlways(world, NO_CONDITIONS, own)) return []
  const message = `Warunek części „${section.title}” jest zawsze spełniony. Prosimy go usunąć albo poprawić.`
  return [{ code: 'CONDITION_ALWAYS', severity: 'warning', place, message }]
}

/** Why nobody is asked the question: its own condition, or what stands around it. */
function unreachable(world: World, place: Place, around: Conditions): readonly Finding[] {
  const { question } = place.node
  const isOwn = question.visibleIf !== undefined && prove(world, around) !== 'never'
  const at: FindingPlace = {
    questionKey: question.key,
    sectionKey: place.section.section.key,
    part: 'visibleIf',
  }
  const what = isOwn
    ? 'Warunek pytania nigdy nie jest spełniony, więc nikt go nie zobaczy. Prosimy zmienić warunek albo usunąć pytanie.'
    : 'Nikt nie zobaczy tego pytania, bo jego część albo grupa nigdy nie jest pokazywana. Prosimy poprawić jej warunek.'
  const found: Finding[] = [
    { code: isOwn ? 'CONDITION_NEVER' : 'UNREACHABLE', severity: 'error', place: at, message: what },
  ]
  if (question.required === true) {
    const message =
      'Pytanie jest obowiązkowe, ale nigdy nie jest pokazywane. Prosimy poprawić warunek albo znieść obowiązek.'
    found.push({ code: 'REQUIRED_HIDDEN', severity: 'error', place: { ...at, part: 'required' }, message })
  }
  return found
}

function requiredFindings(world: World, { node, section }: Place, reach: Conditions): readonly Finding[] {
  const own = ruleCondition(world, node.requiredIf, `${node.path}.requiredIf`)
  if (!isProvable(own)) return []
  const place: FindingPlace = {
    questionKey: node.question.key,
    sectionKey: section.section.key,
    part: 'requiredIf',
  }
  if (prove(world, both(reach, own)) !== 'never') return []
  if (prove(world, own) === 'never') {
    const message =
      'Warunek obowiązkowości nigdy nie jest spełniony, więc pytanie jest zawsze dobrowolne. Prosimy zmienić warunek albo go usunąć.'
    return [{ code: 'REQUIRED_NEVER', severity: 'warning', place, message }]
  }
  const message =
    'Pytanie staje się obowiązkowe tylko wtedy, gdy jest ukryte. Prosimy uzgodnić oba warunki: pokazania i obowiązkowości.'
  return [{ code: 'REQUIRED_HIDDEN', severity: 'error', place, message }]
}

function alwaysFindings(world: World, place: Place, around: Conditions): readonly Finding[] {
  const { node, section } = place
  const own = ruleCondition(world, node.visibleIf, `${node.path}.visibleIf`)
  if (isConstant(node.question.visibleIf ?? '') || !holdsAlways(world, around, own)) return []
  const message =
    'Warunek jest spełniony dla każdej osoby, która dochodzi do tego pytania. Prosimy go usunąć albo poprawić.'
  const at: FindingPlace = {
    questionKey: node.question.key,
    sectionKey: section.section.key,
    part: 'visibleIf',
  }
  return [{ code: 'CONDITION_ALWAYS', severity: 'warning', place: at, message }]
}

function questionFindings(world: World, place: Place): readonly Finding[] {
  const around = conditionsAround(world, place)
  const reach = conditionsOf(world, place)
  if (isProvable(reach) && prove(world, reach) === 'never') return unreachable(world, place, around)
  return [
    ...alwaysFindings(world, place, around),
    ...requiredFindings(world, place, reach),
    ...rowFindings(world, place, reach),
    ...optionFindings(world, place, reach),
    ...constraintFindings(world, place, reach),
  ]
}

/** What conditions, filters and constraints never or always do: only what is proven for all answers. */
export function logicFindings(world: World): readonly Finding[] {
  if (!world.isSound) return []
  const sections = world.compiled.level.nodes.flatMap((node) =>
    node.kind === 'section' ? sectionFindings(world, node) : [],
  )
  return [...sections, ...[...world.places.values()].flatMap((place) => questionFindings(world, place))]
}
