import { InMemoryCache } from '@apollo/client'
import { MockedProvider } from '@apollo/client/testing/react'
import type { MockLink } from '@apollo/client/testing'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { I18nextProvider } from 'react-i18next'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { afterEach, describe, expect, it } from 'vitest'
import { i18n } from '../i18n/i18n.ts'
import { OpenSurvey, OpenSurveyForm } from './OpenSurveyForm.tsx'
import type { SurveyChoices } from './survey-draft.ts'

const choices: SurveyChoices = {
  organisations: [
    {
      id: 'cus-1',
      name: 'CUS w Klimontowie',
      phone: '15 866 10 00',
      municipalities: [{ code: '260903', name: 'Klimontów' }],
    },
  ],
  versions: [
    { id: 'v1', key: 'RES', title: 'Ankieta mieszkańca', hasPublicLink: true, isForInstitutions: false },
  ],
}

const possibleTypes = { Error: ['InvalidInputError'], InvalidInputError: [], Survey: [] }

function openForm(result: Record<string, unknown>, questionnaireKey?: string) {
  const sent: unknown[] = []
  const mocks: MockLink.MockedResponse[] = [
    {
      request: { query: OpenSurvey, variables: (variables) => Boolean(sent.push(variables['input'])) },
      result: { data: { openSurvey: result } },
    },
  ]
  const router = createMemoryRouter(
    [
      { path: '/', element: <OpenSurveyForm choices={choices} questionnaireKey={questionnaireKey} /> },
      { path: '/ankiety/:id', element: <p>Strona ankiety</p> },
    ],
    { initialEntries: ['/'] },
  )
  render(
    <I18nextProvider i18n={i18n}>
      <MockedProvider
        mocks={mocks}
        cache={new InMemoryCache({ possibleTypes })}
        defaultOptions={{ mutate: { errorPolicy: 'all' } }}
      >
        <RouterProvider router={router} />
      </MockedProvider>
    </I18nextProvider>,
  )
  return { sent, press: () => fireEvent.click(screen.getByRole('button', { name: 'Otwórz ankietę' })) }
}

afterEach(cleanup)

describe('opening a survey', () => {
  it('says what is missing at the field, without asking the server', async () => {
    const { sent, press } = openForm({ __typename: 'Survey', id: 's1' })

    press()

    const field = screen.getByLabelText('Kwestionariusz')
    await waitFor(() => expect(field.getAttribute('aria-invalid')).toBe('true'))
    expect(sent).toEqual([])
  })

  it('sends what was suggested and goes to the page of the survey', async () => {
    const { sent, press } = openForm({ __typename: 'Survey', id: 's1' }, 'RES')

    press()

    await screen.findByText('Strona ankiety')
    expect(sent).toHaveLength(1)
    expect(sent[0]).toMatchObject({ municipalityCode: '260903', questionnaireVersionId: 'v1' })
  })

  it('shows a refusal of the server at its field and keeps what was typed', async () => {
    const message = 'Taki tytuł ma już inna ankieta.'
    const refusal = { __typename: 'InvalidInputError', message, problems: [{ path: 'title', message }] }
    const { press } = openForm(refusal, 'RES')
    fireEvent.change(screen.getByLabelText('Tytuł ankiety'), { target: { value: 'Diagnoza 2026' } })

    press()

    await screen.findByRole('link', { name: message })
    const field = screen.getByLabelText<HTMLInputElement>('Tytuł ankiety')
    expect(field.getAttribute('aria-invalid')).toBe('true')
    expect(field.value).toBe('Diagnoza 2026')
  })
})
