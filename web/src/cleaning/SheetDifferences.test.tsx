import { InMemoryCache } from '@apollo/client'
import { MockedProvider } from '@apollo/client/testing/react'
import { aQuestionnaire, matrix, number } from '@rozeznanie/core/testing'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { I18nextProvider } from 'react-i18next'
import { afterEach, describe, expect, it } from 'vitest'
import type { FragmentType } from '../gql/index.ts'
import { i18n } from '../i18n/i18n.ts'
import { SheetDifferences, type SheetDifferences_sheet } from './SheetDifferences.tsx'
import { ResolveDiscrepancy } from './use-decisions.ts'

const possibleTypes = { Error: ['InvalidInputError', 'AnswersRefusedError'] }
const sheet = {
  __typename: 'SheetDiscrepancies',
  responseId: 'r1',
  sheetNumber: '7',
  batchName: 'Parafia Wola Jachowa',
  questionnaire: aQuestionnaire([matrix('serv', ['bath', 'shop'], ['1', '2']), number('age')]),
  fields: [
    { path: ['serv', 'shop'], place: '1. serv? – shop', first: '1', second: '2' },
    { path: ['age'], place: '2. age?', first: '61', second: 'brak odpowiedzi' },
  ],
} as unknown as FragmentType<typeof SheetDifferences_sheet>

function openSheet(result: Record<string, unknown>) {
  const sent: unknown[] = []
  let doneCount = 0
  const mocks = [
    {
      request: {
        query: ResolveDiscrepancy,
        variables: (variables: Record<string, unknown>) => Boolean(sent.push(variables['input'])),
      },
      result: { data: { result } },
    },
  ]
  render(
    <I18nextProvider i18n={i18n}>
      <MockedProvider mocks={mocks} cache={new InMemoryCache({ possibleTypes })}>
        <SheetDifferences
          surveyId="s1"
          sheet={sheet}
          localities={[]}
          onDone={() => {
            doneCount += 1
            return Promise.resolve()
          }}
        />
      </MockedProvider>
    </I18nextProvider>,
  )
  return { sent, doneCount: () => doneCount }
}
const survey = {
  __typename: 'Survey',
  id: 's1',
  flaggedCount: 0,
  conflictCount: 0,
  openDiscrepancyCount: 1,
  correctionCount: 1,
  responseCount: 5,
}
const DECIDED = { __typename: 'CorrectedResponse', responseId: 'r1', survey }

afterEach(cleanup)

describe('a sheet entered twice', () => {
  it('shows each field with both values and takes the one that stands on the paper', async () => {
    const { sent, doneCount } = openSheet(DECIDED)
    expect(screen.getAllByRole('heading', { level: 3 }).map((heading) => heading.textContent)).toEqual([
      '1. serv? – shop',
      '2. age?',
    ])

    fireEvent.click(screen.getByRole('button', { name: 'Drugi wpis: 2' }))

    await waitFor(() => expect(doneCount()).toBe(1))
    expect(sent).toEqual([
      { surveyId: 's1', responseId: 'r1', path: ['serv', 'shop'], take: 'SECOND', remark: '' },
    ])
  })

  it('takes what both clerks got wrong, typed as the question wants it', async () => {
    const { sent, doneCount } = openSheet(DECIDED)
    const [, other] = screen.getAllByRole('button', { name: 'Coś innego' })

    fireEvent.click(other!)
    fireEvent.change(screen.getByLabelText(/Odpowiedź/), { target: { value: '16' } })
    fireEvent.click(screen.getByRole('button', { name: 'Zapisz to, co na arkuszu' }))

    await waitFor(() => expect(doneCount()).toBe(1))
    expect(sent).toMatchObject([{ path: ['age'], take: 'OTHER', value: 16 }])
  })

  it('says why a decision was refused, and keeps both values', async () => {
    const message = 'O tym polu już zdecydowano. Proszę odświeżyć stronę.'
    const { doneCount } = openSheet({
      __typename: 'InvalidInputError',
      message,
      problems: [{ path: 'path', message }],
    })

    fireEvent.click(screen.getByRole('button', { name: 'Pierwszy wpis: 61' }))

    expect(await screen.findByText(message)).toBeTruthy()
    expect(doneCount()).toBe(0)
  })
})
