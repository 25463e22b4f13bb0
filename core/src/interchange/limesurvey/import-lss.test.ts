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
/** The survey with more questions in it, and the rows of tables they need. */
const readWith = (
  questions: readonly LssRow[],
  more: Readonly<Record<string, readonly LssRow[]>> = {},
): ImportedForm => {
  const { question_l10ns: _moved, answer_l10ns: _labels, ...all } = tables('1')
  const joined = Object.fromEntries(
    [...new Set([...Object.keys(all), ...Object.keys(more)])].map(
      (name) => [name, [...(all[name] ?? []), ...(more[name] ?? [])]] as const,
    ),
  )
  const withQuestions = { ...joined, questions: [...(all['questions'] ?? []), ...questions] }
  return importLss({ type: 'Survey', languages: ['pl'], tables: withQuestions })
}
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

  it('knows answers by numbers of questions and by names of old columns', () => {
    expect(found(read('Q1.NAOK == "A1" and 123X1X4 > 2'), 'q6')?.visibleIf).toBe("q1 = 'A1' and q4 > 2")
  })

  it('pipes answers into texts, and says of each that it cannot', () => {
    const form = readWith([
      question('7', 'S', 'Q7', { question: 'Pokoje: {Q4.NAOK}, {TOKEN:FIRSTNAME} { tak }', language: 'pl' }),
    ])

    expect(found(form, 'q7')?.text).toBe('Pokoje: {q4}, … ( tak )')
    expect(form.report.filter(({ row, kind }) => row === 7 && kind === 'approximated')).toHaveLength(2)
  })

  it('makes two tables of two scales, a table of boxes, and questions of typed cells', () => {
    const form = readWith(
      [
        question('8', '1', 'D', { question: 'Dwie', language: 'pl' }),
        question('9', ':', 'B', { question: 'Pola', language: 'pl' }),
        question('10', ';', 'T', { question: 'Teksty', language: 'pl' }),
        question('11', 'S', 'E', { relevance: 'D_a_1.NAOK == "2" and B_a_x.NAOK == "1" and T_a_x != ""' }),
      ],
      {
        subquestions: ['8', '9', '10'].flatMap((qid) => [
          part(`${qid}1`, qid, 'a'),
          { ...part(`${qid}2`, qid, 'x'), scale_id: '1' },
        ]),
        answers: [answer('20', '8', '1'), { ...answer('21', '8', '2'), scale_id: '1' }],
        question_attributes: [{ qid: '9', attribute: 'multiflexible_checkbox', value: '1' }],
      },
    )

    expect(found(form, 'd_skala_2')).toMatchObject({ type: 'MATRIX_SINGLE', options: [{ code: '2' }] })
    expect(found(form, 'b')).toMatchObject({ type: 'MATRIX_MULTI', rows: [{ key: 'a' }] })
    expect(found(form, 't_a_x')?.type).toBe('TEXT_SHORT')
    expect(found(form, 'e')?.visibleIf).toBe("d_skala_2.a = '2' and b.a contains 'x' and answered(t_a_x)")
  })

  it('keeps conditions of rows and of choices, and choices that exclude the others', () => {
    const form = readWith(
      [
        question('8', 'F', 'R', { question: 'Tabela', language: 'pl' }),
        question('9', 'M', 'S', { question: 'Kilka', language: 'pl' }),
      ],
      {
        subquestions: [
          { ...part('81', '8', 'a'), relevance: 'Q4.NAOK > 1' },
          part('82', '8', 'b'),
          { ...part('91', '9', 'c'), relevance: 'Q4.NAOK > 2' },
          part('92', '9', 'd'),
        ],
        answers: [answer('20', '8', '1')],
        question_attributes: [
          { qid: '9', attribute: 'exclude_all_others', value: 'd' },
          { qid: '9', attribute: 'array_filter', value: 'Q2' },
        ],
      },
    )

    expect(found(form, 'r')).toMatchObject({ rowVisibleIf: "$row = 'b' or $row = 'a' and q4 > 1" })
    expect(found(form, 's')).toMatchObject({
      optionFilter: "$option = 'd' or $option = 'c' and q4 > 2",
      options: [{ code: 'c' }, { code: 'd', exclusive: true }],
    })
    expect(form.report).toContainEqual(expect.objectContaining({ kind: 'dropped', column: 'array_filter' }))
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
