import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  appendResponse,
  buildColumns,
  netAny,
  summariseQuestion,
  type ChoiceSummary,
  type Columns,
  type NumberSummary,
} from '@rozeznanie/core/analysis'
import type { Answer, Question } from '@rozeznanie/core/questionnaire'
import { aQuestionnaire } from '@rozeznanie/core/testing'

/** Diagnoza Społeczna 2013 (Rada Monitoringu Społecznego), people of świętokrzyskie; kept beside the repository. */
const FOLDER = new URL('../../../../shared/data/micro/', import.meta.url)
const isHere = existsSync(FOLDER)

type Row = Readonly<Record<string, string>>

function readCsv(name: string): readonly Row[] {
  const [head, ...lines] = readFileSync(new URL(name, FOLDER), 'utf8').trim().split(/\r?\n/)
  const names = head!.split(';')
  return lines.map((line) => {
    const cells = line.split(';')
    return Object.fromEntries(names.map((column, index) => [column, cells[index] ?? '']))
  })
}

function questionOf({ kolumna, typ, opis_pl, kategorie }: Row): Question {
  const named = { key: kolumna!, text: opis_pl! }
  if (typ === 'liczba') return { ...named, type: 'NUMBER', decimals: 6 }
  const options = kategorie!.split('|').map((entry) => {
    const [code, label] = entry.split('=') as [string, string]
    return { code, label, value: Number(code) }
  })
  return { ...named, type: 'SINGLE', options }
}

function answerOf(question: Question, cell: string): readonly (readonly [string, Answer])[] {
  if (cell === '') return []
  return [[question.key, question.type === 'NUMBER' ? Number(cell) : cell]]
}

function columnsOf(codebook: readonly Row[], people: readonly Row[]): Columns {
  const questions = codebook.map(questionOf)
  const columns = buildColumns(aQuestionnaire(questions))
  for (const person of people) {
    const answers = Object.fromEntries(questions.flatMap((q) => answerOf(q, person[q.key] ?? '')))
    appendResponse(columns, { mode: 'IMPORT', localityId: null, answers })
  }
  return columns
}

/** What stands in for the people where their file is not at hand: three rows of the same shape. */
const CODEBOOK: readonly Row[] = [
  { kolumna: 'wiek', typ: 'liczba', opis_pl: 'Wiek', kategorie: '' },
  { kolumna: 'plec', typ: 'kod', opis_pl: 'Płeć', kategorie: '1=mężczyzna|2=kobieta' },
  { kolumna: 'gp54_08', typ: 'kod', opis_pl: 'Stwierdzenie', kategorie: '1=a|2=b|3=c|4=d|5=e|6=f|7=g' },
]
const THREE: readonly Row[] = [
  { wiek: '23', plec: '2', gp54_08: '5' },
  { wiek: '27', plec: '2', gp54_08: '' },
  { wiek: '60', plec: '1', gp54_08: '1' },
]

const percent = (share: number | undefined) => Math.round((share ?? NaN) * 10_000) / 100

function figures(columns: Columns) {
  const sex = summariseQuestion(columns, 'plec', null) as ChoiceSummary
  const age = summariseQuestion(columns, 'wiek', null) as NumberSummary
  return {
    responseCount: columns.responseCount,
    womenPercent: percent(sex.frequencies.find(({ code }) => code === '2')?.ofRespondents?.share),
    meanAge: Math.round((age.mean?.mean ?? NaN) * 100) / 100,
    agreePercent: percent(netAny(columns, 'gp54_08', ['1', '2', '3'])?.proportion?.share),
  }
}

describe('answers of real people', () => {
  it.runIf(isHere)(
    'of Diagnoza Społeczna 2013 give 54.62 % women, mean age 49.08 and 28.79 % for gp54_08 ≤ 3',
    () => {
      const codebook = readCsv('diagnoza-spoleczna-2013-codebook.csv')
      const people = readCsv('diagnoza-spoleczna-2013-swietokrzyskie.csv')

      expect(figures(columnsOf(codebook, people))).toEqual({
        responseCount: 1386,
        womenPercent: 54.62,
        meanAge: 49.08,
        agreePercent: 28.79,
      })
    },
  )

  it.runIf(!isHere)('of the same shape are counted by the same path', () => {
    expect(figures(columnsOf(CODEBOOK, THREE))).toEqual({
      responseCount: 3,
      womenPercent: 66.67,
      meanAge: 36.67,
      agreePercent: 50,
    })
  })
})
