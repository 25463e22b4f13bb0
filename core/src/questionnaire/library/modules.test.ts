import { describe, expect, it } from 'vitest'
import { checkAnswers } from '../../response/index.ts'
import { allQuestions, visibleQuestions, type Answers, type Questionnaire } from '../index.ts'
import { attachModule, questionModules, questionnaireLibrary } from './index.ts'

const byKey = (key: string): Questionnaire => questionnaireLibrary.find((one) => one.key === key)!
const moduleOf = (key: string) => questionModules.find((one) => one.key === key)!
const asked = (questionnaire: Questionnaire, answers: Answers) =>
  visibleQuestions(questionnaire, answers).map(({ key }) => key)

describe('an attached module', () => {
  it('stands before the closing section and takes its time', () => {
    const resident = byKey('RES')

    const longer = attachModule(resident, moduleOf('CAR'))

    expect(longer.sections.map(({ key }) => key)).toEqual(
      'about living services helpers carer end'.split(' '),
    )
    expect(longer.estimatedMinutes).toBe(resident.estimatedMinutes + 4)
  })

  it('brings the question its condition looks at, once, and nothing when it is asked already', () => {
    const carers = (questionnaire: Questionnaire) =>
      allQuestions(attachModule(questionnaire, moduleOf('CAR'))).filter(({ key }) => key === 'dem_carer')

    expect(allQuestions(byKey('SEN')).some(({ key }) => key === 'dem_carer')).toBe(false)
    expect(carers(byKey('SEN'))).toHaveLength(1)
    expect(carers(byKey('RES'))).toHaveLength(1)
  })

  it('is asked only of those it is for', () => {
    const longer = attachModule(byKey('SEN'), moduleOf('CAR'))

    expect(asked(longer, { dem_carer: 'NO' })).not.toContain('car_hours')
    expect(asked(longer, { dem_carer: 'LIVES_APART' })).toContain('car_hours')
  })

  it('opens for a disability in the household, whoever has it', () => {
    const longer = attachModule(byKey('FAM'), moduleOf('OZN'))

    expect(asked(longer, { dem_dis: { self: 'NO', household: 'NO' } })).not.toContain('ozn_kind')
    expect(asked(longer, { dem_dis: { self: 'NO', household: 'CHILD' } })).toContain('ozn_kind')
  })

  it('about mental health ends the questionnaire with the numbers to call', () => {
    const longer = attachModule(byKey('RES'), moduleOf('MH'))

    for (const line of ['116 123', '116 111', '112']) expect(longer.thanks.at(-1)).toContain(line)
  })

  it('cannot be attached twice', () => {
    const once = attachModule(byKey('RES'), moduleOf('MH'))

    expect(() => attachModule(once, moduleOf('MH'))).toThrow(/mental_health.*tylko raz/)
  })

  it('cannot join a questionnaire whose list of the same name differs', () => {
    const resident = byKey('RES')
    const changed: Questionnaire = {
      ...resident,
      lists: { ...resident.lists, CL_HELPER: { label: 'Inne', options: [{ code: 'X', label: 'x' }] } },
    }

    expect(() => attachModule(changed, moduleOf('CAR'))).toThrow(/CL_HELPER/)
  })
})

describe('foster care in the questionnaire of families', () => {
  it('is asked of foster families, and the wish to become one of the others', () => {
    const family = byKey('FAM')

    expect(asked(family, { fam_type: 'FOSTER' })).toContain('fc_continue')
    expect(asked(family, { fam_type: 'FOSTER' })).not.toContain('foster_ready')
    expect(asked(family, { fam_type: 'LARGE' })).toContain('foster_ready')
    expect(asked(family, {})).not.toContain('fc_continue')
  })
})

describe('the form of providers', () => {
  const given = { prv_year: 2025, prv_name: 'Stowarzyszenie', prv_kind: 'NGO' }
  const problems = (service: Answers) =>
    checkAnswers(byKey('PRV'), { ...given, prv_services: [{ prv_service: 'CARE_HOME', ...service }] }, {
      localityIds: [],
      currentYear: 2026,
    } as never).map(({ message }) => message)

  it('takes a service without money, and one whose shares make 100', () => {
    expect(problems({})).toEqual([])
    expect(problems({ prv_fund_municipal: 60, prv_fund_fees: 40, prv_fund_other: 0 })).toEqual([])
    expect(problems({ prv_fund_other: 100 })).toEqual([])
  })

  it('refuses shares that do not make 100, and asks for the last one', () => {
    expect(problems({ prv_fund_municipal: 60, prv_fund_other: 30 }).join(' ')).toContain('razem 100%')
    expect(problems({ prv_fund_municipal: 60 })).toHaveLength(1)
  })

  it('refuses a fee above the cost of the service', () => {
    expect(problems({ prv_unit_cost: 50, prv_user_fee: 60 }).join(' ')).toContain('wyższa niż koszt')
    expect(problems({ prv_unit_cost: 50, prv_user_fee: 5 })).toEqual([])
    expect(problems({ prv_user_fee: 5 })).toEqual([])
  })

  it('asks about plans only where people live round the clock', () => {
    const of = (service: string) => asked(byKey('PRV'), { prv_services: [{ prv_service: service }] })

    expect(of('DPS')).toContain('prv_di_plan')
    expect(of('CARE_HOME')).not.toContain('prv_di_plan')
  })
})
