import { describe, expect, it } from 'vitest'
import { findQuestion, type Question } from '../../questionnaire/index.ts'
import { FormBrokenError, importLss, type ImportedForm, type LssRow } from '../index.ts'

const question = (qid: string, type: string, title: string, rest: LssRow = {}): LssRow => ({
  qid,
  gid: '1',
  parent_qid: '0',
  type,
  title,
  relevance: '1',
  question_order: qid,
  ...rest,
})
const part = (qid: string, parent_qid: string, title: string): LssRow => ({
  qid,
  gid: '1',
  parent_qid,
  title,
  type: 'T',
  scale_id: '0',
  question_order: qid,
})
const told = (qid: string, text: string, language = 'pl'): LssRow => ({
  qid,
  question: text,
  help: '',
  language,
})
const answer = (aid: string, qid: string, code: string): LssRow => ({
  aid,
  qid,
  code,
  sortorder: aid,
  scale_id: '0',
})

const tables = (relevance: string): Readonly<Record<string, readonly LssRow[]>> => ({
  surveys: [{ sid: '123', language: 'pl' }],
  surveys_languagesettings: [
    {
      surveyls_survey_id: '123',
      surveyls_language: 'pl',
      surveyls_title: 'Potrzeby',
      surveyls_welcometext: '<p>Witamy</p>',
    },
  ],
  groups: [{ gid: '1', group_order: '1', grelevance: '1' }],
  group_l10ns: [{ gid: '1', group_name: 'O domu', description: '', language: 'pl' }],
  questions: [
    question('1', 'L', 'Q1', { mandatory: 'Y', other: 'Y' }),
    question('2', 'M', 'Q2'),
    question('3', 'F', 'Q3'),
    question('4', 'N', 'Q4'),
    question('5', '|', 'Q5'),
    question('6', 'T', 'Q6', { relevance }),
  ],
  subquestions: [part('21', '2', 'SQ1'), part('22', '2', 'SQ2'), part('31', '3', 'BUS')],
  question_l10ns: [
    told('1', 'Gdzie <b>Pan/Pani</b> mieszka?'),
    told('1', 'Where?', 'en'),
    told('2', 'Jaka pomoc?'),
    told('21', 'Opieka'),
    told('31', 'Autobus'),
    told('6', 'Uwagi'),
  ],
  answers: [answer('1', '1', 'A1'), answer('2', '1', 'A2'), answer('3', '3', 'G')],
  answer_l10ns: [{ aid: '1', answer: 'W mieście', language: 'pl' }],
  question_attributes: [
    { qid: '4', attribute: 'num_value_int_only', value: '1' },
    { qid: '4', attribute: 'max_num_value_n', value: '9' },
  ],
})
const read = (relevance = '1'): ImportedForm =>
  importLss({ type: 'Survey', languages: ['pl', 'en'], tables: tables(relevance) })
const found = (form: ImportedForm, key: string): Question | undefined => findQuestion(form.questionnaire, key)

describe('reading a survey of LimeSurvey', () => {
  it('keeps groups, choices, tables, limits and languages', () => {
    const form = read()

    expect(form.questionnaire).toMatchObject({
      title: 'Potrzeby',
      intro: ['Witamy'],
      sections: [{ title: 'O domu' }],
    })
    expect(found(form, 'q1')).toMatchObject({
      type: 'SINGLE',
      text: 'Gdzie Pan/Pani mieszka?',
      required: true,
      options: [{ code: 'A1', label: 'W mieście' }, {}, { allowsText: true }],
      translations: { en: { text: 'Where?' } },
    })
    expect(found(form, 'q2')).toMatchObject({
      type: 'MULTI',
      options: [{ code: 'SQ1', label: 'Opieka' }, { code: 'SQ2' }],
    })
    expect(found(form, 'q3')).toMatchObject({
      type: 'MATRIX_SINGLE',
      rows: [{ key: 'BUS', label: 'Autobus' }],
      options: [{ code: 'G' }],
    })
    expect(found(form, 'q4')).toEqual({ key: 'q4', type: 'NUMBER', text: 'Q4', max: 9 })
  })

  it.each([
    ['Q1.NAOK == "A1"', "q1 = 'A1'"],
    ['Q2_SQ1.NAOK == "Y" and !is_empty(Q4.NAOK)', "q2 contains 'SQ1' and answered(q4)"],
    ['(Q4.NAOK ge 3) or Q3_BUS.NAOK != "G"', "q4 >= 3 or not q3.BUS = 'G'"],
  ])('says %s in our language', (theirs, ours) => {
    expect(found(read(theirs), 'q6')?.visibleIf).toBe(ours)
  })

  it('tells of what it leaves out, with its place', () => {
    const { report } = read('regexMatch("/a/", Q6.NAOK)')

    expect(report).toContainEqual(expect.objectContaining({ kind: 'dropped', sheet: 'grupa 1', row: 5 }))
    expect(report).toContainEqual(
      expect.objectContaining({ kind: 'dropped', sheet: 'grupa 1', row: 6, column: 'relevance' }),
    )
  })

  it('refuses what is no survey', () => {
    expect(() => importLss({ type: 'Group', languages: [], tables: {} })).toThrow(FormBrokenError)
  })
})
