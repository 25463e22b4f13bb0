import { InMemoryCache } from '@apollo/client'
import { MockedProvider } from '@apollo/client/testing/react'
import type { MockLink } from '@apollo/client/testing'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { I18nextProvider } from 'react-i18next'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { afterEach, describe, expect, it } from 'vitest'
import { i18n } from '../../i18n/i18n.ts'
import { CreateQuestionnaire, NewQuestionnaireForm } from './NewQuestionnaireForm.tsx'

const sources = [
  { id: 'v1', key: 'SEN', title: 'Ankieta seniora', number: 1, audience: 'SENIOR', isOwn: false },
] as const
const possibleTypes = { Error: ['InvalidInputError'], InvalidInputError: [], Questionnaire: [] }

function openForm(result: Record<string, unknown>, sourceKey: string | null = null) {
  const sent: unknown[] = []
  const mocks: MockLink.MockedResponse[] = [
    {
      request: {
        query: CreateQuestionnaire,
        variables: (variables) => Boolean(sent.push(variables['input'])),
      },
      result: { data: { createQuestionnaire: result } },
    },
  ]
  const form = (
    <NewQuestionnaireForm
      organisations={[{ id: 'cus-1', name: 'CUS w Klimontowie' }]}
      sources={sources}
      sourceKey={sourceKey}
    />
  )
  const router = createMemoryRouter(
    [
      { path: '/', element: form },
      { path: '/kwestionariusze/:key/edycja', element: <p>Edytor</p> },
    ],
    { initialEntries: ['/'] },
  )
  render(
    <I18nextProvider i18n={i18n}>
      <MockedProvider mocks={mocks} cache={new InMemoryCache({ possibleTypes })}>
        <RouterProvider router={router} />
      </MockedProvider>
    </I18nextProvider>,
  )
  const title = (text: string) =>
    fireEvent.change(screen.getByLabelText('Tytuł kwestionariusza'), { target: { value: text } })
  const submit = () => fireEvent.click(screen.getByRole('button', { name: 'Utwórz i przejdź do edycji' }))
  return { sent, title, submit }
}

afterEach(cleanup)

describe('a new questionnaire', () => {
  it('begins with the questions of the ready one that was chosen, for its audience, and opens in the editor', async () => {
    const { sent, title, submit } = openForm(
      { __typename: 'Questionnaire', id: 'q1', key: 'seniorzy' },
      'SEN',
    )

    title('  Nasi seniorzy ')
    submit()

    await screen.findByText('Edytor')
    expect(sent).toEqual([
      { organisationId: 'cus-1', title: 'Nasi seniorzy', audience: 'SENIOR', copyOfVersionId: 'v1' },
    ])
  })

  it('asks for a title and a source before it asks the server', () => {
    const { sent, submit } = openForm({ __typename: 'Questionnaire', id: 'q1', key: 'x' })

    fireEvent.click(screen.getByRole('radio', { name: /Na podstawie istniejącego/ }))
    submit()

    expect(screen.getByRole('link', { name: 'Proszę wpisać tytuł kwestionariusza.' })).toBeTruthy()
    expect(
      screen.getByRole('link', { name: 'Proszę wybrać kwestionariusz, od którego zacząć.' }),
    ).toBeTruthy()
    expect(sent).toEqual([])
  })

  it('shows a refusal of the server at its field', async () => {
    const message = 'Tytuł jest za długi.'
    const refusal = { __typename: 'InvalidInputError', message, problems: [{ path: 'title', message }] }
    const { title, submit } = openForm(refusal)

    title('x')
    submit()

    await screen.findByRole('link', { name: message })
    expect(screen.getByLabelText('Tytuł kwestionariusza').getAttribute('aria-invalid')).toBe('true')
  })
})
