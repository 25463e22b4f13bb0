import { describe, expect, it } from 'vitest'
import { InvalidInputError } from '../errors.ts'
import { AnswersRefusedError } from '../response/index.ts'
import { aQuestionnaire, roster, yesNo } from '../testing/index.ts'
import { checkInstitution, readInstitutions } from './check-institution.ts'
import { assertDueOn, urgencyOf } from './deadline.ts'
import { acceptForm, keepForm, prefilledAnswers, returnForm, submitForm } from './decide.ts'
import { FormConflictError, FormLockedError } from './errors.ts'
import { letterTo, type LetterFacts } from './letters.ts'
import { FORM_STATUSES, type FormState, type FormStatus } from './model.ts'

const questionnaire = aQuestionnaire([
  { ...yesNo('open'), required: true },
  { ...yesNo('weekends'), visibleIf: "open = 'yes'" },
  roster('services', [yesNo('remote')]),
])
const context = { localityIds: [] }
const aForm = (change: Partial<FormState> = {}): FormState => ({
  status: 'INVITED',
  revision: 4,
  answers: {},
  remarks: [],
  ...change,
})
const problemPaths = (work: () => unknown): readonly string[] => {
  try {
    work()
    return []
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error
    return error.problems.map(({ path }) => path)
  }
}

describe('a form of an institution', () => {
  it('is kept unfinished, and begins with the first answer', () => {
    const sent = { revision: 4, answers: { weekends: 'yes', unknown: '1' } }
    expect(keepForm(aForm(), sent, questionnaire, context)).toEqual(
      aForm({ status: 'FILLING', revision: 5, answers: { weekends: 'yes' } }),
    )
  })

  it('stays returned while it is mended, with the remarks', () => {
    const remarks = [{ questionKey: 'open', text: 'Czy na pewno?' }]
    const returned = aForm({ status: 'RETURNED', remarks })
    const kept = keepForm(returned, { revision: 4, answers: { open: 'no' } }, questionnaire, context)
    expect(kept).toMatchObject({ status: 'RETURNED', remarks, answers: { open: 'no' } })
  })

  it('is handed over whole: a required answer may not be missing, a hidden one is dropped', () => {
    const submit = (answers: object) =>
      submitForm(aForm(), { revision: 4, answers: { ...answers } }, questionnaire, context)
    expect(() => submit({})).toThrow(AnswersRefusedError)
    expect(submit({ open: 'no', weekends: 'yes' })).toEqual(
      aForm({ status: 'SUBMITTED', revision: 5, answers: { open: 'no' } }),
    )
  })

  it.each(['SUBMITTED', 'ACCEPTED'] as const)('cannot be changed by the institution when %s', (status) => {
    const sent = { revision: 4, answers: { open: 'yes' } }
    expect(() => keepForm(aForm({ status }), sent, questionnaire, context)).toThrow(FormLockedError)
    expect(() => submitForm(aForm({ status }), sent, questionnaire, context)).toThrow(FormLockedError)
  })

  it('refuses what was built on an older state, and shows the present one', () => {
    const present = aForm({ status: 'FILLING', answers: { open: 'yes' } })
    const stale = () => keepForm(present, { revision: 3, answers: {} }, questionnaire, context)
    expect(stale).toThrow(FormConflictError)
    try {
      stale()
    } catch (error) {
      expect(error).toMatchObject({ present })
    }
  })

  it('goes back with remarks, to a question or to the whole', () => {
    const submitted = aForm({ status: 'SUBMITTED', answers: { open: 'yes' } })
    const remarks = [
      { questionKey: 'remote', text: ' Proszę o godziny. ' },
      { questionKey: null, text: 'Dziękujemy.' },
    ]
    expect(returnForm(submitted, remarks, questionnaire)).toMatchObject({
      status: 'RETURNED',
      revision: 5,
      remarks: [{ questionKey: 'remote', text: 'Proszę o godziny.' }, remarks[1]],
    })
    expect(problemPaths(() => returnForm(submitted, [], questionnaire))).toEqual(['remarks'])
    const wrong = [
      { questionKey: 'open', text: ' ' },
      { questionKey: 'nowhere', text: 'Tak?' },
    ]
    expect(problemPaths(() => returnForm(submitted, wrong, questionnaire))).toEqual([
      'remarks.0.text',
      'remarks.1.text',
    ])
  })

  it.each(FORM_STATUSES.filter((status) => status !== 'SUBMITTED'))(
    'can be judged only when it is in, not when %s',
    (status: FormStatus) => {
      const remarks = [{ questionKey: null, text: 'Proszę poprawić.' }]
      expect(() => returnForm(aForm({ status }), remarks, questionnaire)).toThrow(FormLockedError)
      expect(() => acceptForm(aForm({ status }))).toThrow(FormLockedError)
    },
  )

  it('is accepted as it is', () => {
    const submitted = aForm({ status: 'SUBMITTED', answers: { open: 'yes' } })
    expect(acceptForm(submitted)).toMatchObject({ status: 'ACCEPTED', answers: { open: 'yes' } })
  })

  it('begins with what was answered the year before, as far as the same is asked', () => {
    const earlier = { open: 'yes', weekends: 'perhaps', gone: '1', services: [{ remote: 'no', old: '3' }] }
    expect(prefilledAnswers(questionnaire, earlier, context)).toEqual({
      open: 'yes',
      services: [{ remote: 'no' }],
    })
  })
})

describe('institutions', () => {
  it('are read from a pasted list, whatever the order of its columns', () => {
    const text =
      'Szkoła Podstawowa  w Bilczy; sekretariat@spbilcza.pl; 41 311 40 02\n\nParafia w Brzezinach\t41 311 00 00\nparafia w brzezinach'
    expect(readInstitutions(text)).toEqual([
      { name: 'Szkoła Podstawowa w Bilczy', email: 'sekretariat@spbilcza.pl', phone: '41 311 40 02' },
      { name: 'Parafia w Brzezinach', email: '', phone: '41 311 00 00' },
    ])
  })

  it('are refused by line and field', () => {
    expect(problemPaths(() => readInstitutions('OPS; ops@; 12\n; a@b.pl'))).toEqual([
      'lines.1.email',
      'lines.1.phone',
      'lines.2.name',
    ])
    expect(problemPaths(() => readInstitutions(' \n '))).toEqual(['lines'])
    expect(problemPaths(() => checkInstitution({ name: 'a'.repeat(201), email: '', phone: '' }))).toEqual([
      'name',
    ])
  })
})

describe('a deadline', () => {
  const survey = { opensOn: '2026-11-01', closesOn: '2026-12-31' }

  it.each([
    ['INVITED', '2026-12-10', 'ON_TIME'],
    ['FILLING', '2026-11-25', 'SOON'],
    ['RETURNED', '2026-11-22', 'SOON'],
    ['INVITED', '2026-11-21', 'LATE'],
    ['SUBMITTED', '2026-11-01', 'DONE'],
    ['ACCEPTED', '2026-11-01', 'DONE'],
  ] as const)('of a form that is %s and due on %s: %s', (status, dueOn, urgency) => {
    expect(urgencyOf({ status, dueOn }, '2026-11-22')).toBe(urgency)
  })

  it('lies within the survey', () => {
    expect(problemPaths(() => assertDueOn('2026-12-31', survey))).toEqual([])
    for (const day of ['2026-10-31', '2027-01-01', '2026-02-30']) {
      expect(problemPaths(() => assertDueOn(day, survey))).toEqual(['dueOn'])
    }
  })
})

describe('a message to an institution', () => {
  const facts: LetterFacts = {
    institutionName: 'Caritas',
    surveyTitle: 'Usługi w gminie',
    organisationName: 'CUS w Morawicy',
    contactPhone: '41 311 46 91',
    referenceOn: '2025-12-31',
    dueOn: '2026-12-10',
    url: 'https://cus.example/formularz/abc',
    status: 'INVITED',
    urgency: 'ON_TIME',
  }

  it.each([
    ['INVITED', 'ON_TIME', 'Prośba o wypełnienie: Usługi w gminie', 'Prosimy o wypełnienie'],
    ['FILLING', 'SOON', 'Przypomnienie: Usługi w gminie', 'jest zaczęty, ale jeszcze nie wysłany'],
    ['INVITED', 'LATE', 'Przypomnienie: Usługi w gminie', 'minął 10 grudnia'],
    ['RETURNED', 'LATE', 'Prośba o poprawki: Usługi w gminie', 'wymaga kilku poprawek'],
  ] as const)('of a form that is %s and %s', (status, urgency, subject, words) => {
    const letter = letterTo({ ...facts, status, urgency })
    expect(letter.subject).toBe(subject)
    expect(letter.body).toContain(words)
    expect(letter.body).toContain(facts.url)
    expect(letter.body.replace(/\u00a0/g, ' ')).toContain('Stan na dzień: 31 grudnia 2025 r.')
  })
})
