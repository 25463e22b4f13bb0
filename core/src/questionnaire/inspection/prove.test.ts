import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aRandomQuestionnaire, someAnswersTo } from '../../testing/random-questionnaire.ts'
import { checkAnswers } from '../../response/index.ts'
import { allAnswers, aSmallQuestionnaire } from '../../testing/small-questionnaire.ts'
import { holds } from '../expression/evaluate.ts'
import { formOf, questionAt, type Form } from '../form.ts'
import type { Answers, Questionnaire } from '../model.ts'
import { levelScope } from '../level-state.ts'
import { allQuestions } from '../walk.ts'
import { prove, type Verdict } from './prove.ts'
import { conditionsAround, conditionsOf, worldOf, type Conditions } from './world.ts'

interface Claim {
  readonly what: string
  readonly verdict: Verdict
  readonly isSeen: (form: Form) => boolean
}

/** What is claimed about the conditions of a questionnaire's own questions, and how to see it in a form. */
function claimsAbout(questionnaire: Questionnaire): readonly Claim[] {
  const world = worldOf(questionnaire)
  return allQuestions(questionnaire).flatMap(({ key }): readonly Claim[] => {
    const place = world.places.get(key)
    if (place === undefined) return []
    const { visibleIf } = place.node
    const isAround = (form: Form) => form.state.states[place.node.sectionIndex ?? -1]?.isShown === true
    const own = (form: Form) => {
      const index = form.compiled.level.indexOf.get(key) ?? 0
      const around = { compiled: form.compiled, today: undefined, outer: undefined }
      const scope = levelScope(form.compiled.level, form.state.states, around, { place: index })
      return visibleIf === undefined || holds(visibleIf, scope)
    }
    const reach: Claim = {
      what: `${key} shown`,
      verdict: prove(world, conditionsOf(world, place)),
      isSeen: (form) => isAround(form) && own(form),
    }
    if (visibleIf === undefined || !world.sound.has(`${place.node.path}.visibleIf`)) return [reach]
    const around = conditionsAround(world, place)
    const failing: Conditions = { ...around, all: [...around.all, { expression: visibleIf, wanted: false }] }
    const fails: Claim = {
      what: `${key} hidden by itself`,
      verdict: prove(world, failing),
      isSeen: (form) => isAround(form) && !own(form),
    }
    return [reach, fails, ...optionClaims(world, key)]
  })
}

function optionClaims(world: ReturnType<typeof worldOf>, key: string): readonly Claim[] {
  const place = world.places.get(key)
  const filter = place?.node.optionFilter
  if (!place || !filter || !world.sound.has(`${place.node.path}.optionFilter`)) return []
  const reach = conditionsOf(world, place)
  return place.node.options
    .filter(({ code }) => !code.startsWith('-'))
    .map(({ code }) => ({
      what: `${key}: ${code} offered`,
      verdict: prove(world, {
        ...reach,
        all: [...reach.all, { expression: filter, wanted: true, option: code, own: key }],
      }),
      isSeen: (form) => questionAt(form, key)?.state.options.some((option) => option.code === code) === true,
    }))
}

function counterexamples(questionnaire: Questionnaire, claims: readonly Claim[], all: Iterable<Answers>) {
  const seen = new Set<string>()
  for (const answers of all) {
    const form = formOf(questionnaire, answers)
    for (const claim of claims) if (!seen.has(claim.what) && claim.isSeen(form)) seen.add(claim.what)
  }
  return {
    never: claims
      .filter(({ what, verdict }) => verdict === 'never' && seen.has(what))
      .map(({ what }) => what),
    possible: claims
      .filter(({ what, verdict }) => verdict === 'possible' && !seen.has(what))
      .map(({ what }) => what),
  }
}

const ALL = new Set(['s', 'm', 'n', 't', 'g', 'u'])

describe('what is proven about conditions', () => {
  it('holds for all answers, gone through one by one: never is never, possible was seen', () => {
    fc.assert(
      fc.property(aSmallQuestionnaire, (questionnaire) => {
        const claims = claimsAbout(questionnaire)
        const { never, possible } = counterexamples(questionnaire, claims, allAnswers(questionnaire, ALL))
        expect(never).toEqual([])
        if (!JSON.stringify(questionnaire.sections).includes('(g')) expect(possible).toEqual([])
      }),
      { numRuns: 40 },
    )
  }, 120_000)

  it('holds for answers drawn at random to any questionnaire', () => {
    fc.assert(
      fc.property(
        aRandomQuestionnaire.chain((questionnaire) =>
          fc.tuple(
            fc.constant(questionnaire),
            fc.array(someAnswersTo(allQuestions(questionnaire)), { minLength: 20, maxLength: 40 }),
          ),
        ),
        ([questionnaire, answers]) => {
          const fitting = answers.filter((given) =>
            checkAnswers(questionnaire, given, { localityIds: [] }).every(
              ({ code }) => code === 'CONSTRAINT' || code === 'REQUIRED',
            ),
          )
          const { never } = counterexamples(questionnaire, claimsAbout(questionnaire), fitting)
          expect(never).toEqual([])
        },
      ),
      { numRuns: 60 },
    )
  }, 60_000)
})
