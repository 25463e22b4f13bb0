import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { I18nextProvider } from 'react-i18next'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { i18n } from '../i18n/i18n.ts'
import { Form } from './Form.tsx'
import { errorOf, type FormProblem } from './form-problems.ts'
import { TextField } from './TextField.tsx'

const NAMES = ['title', 'phone']

function show(problems: readonly FormProblem[]) {
  return (
    <I18nextProvider i18n={i18n}>
      <Form label="Próba" problems={problems} names={NAMES} onSubmit={() => undefined} actions={null}>
        {NAMES.map((name) => (
          <TextField
            key={name}
            name={name}
            label={name}
            hint={`Podpowiedź: ${name}`}
            value=""
            onChange={() => undefined}
            error={errorOf(problems, name)}
          />
        ))}
      </Form>
    </I18nextProvider>
  )
}

beforeEach(() => {
  document.title = 'Próba – Rozeznanie'
})
afterEach(cleanup)

describe('a refused form', () => {
  const problems = [{ name: 'phone', message: 'Proszę podać numer telefonu.' }]

  it('moves the focus to the summary and marks the title', () => {
    const { rerender } = render(show([]))

    rerender(show(problems))

    expect(document.activeElement?.textContent).toContain('Proszę podać numer telefonu.')
    expect(document.title).toBe('Błąd: Próba – Rozeznanie')
  })

  it('takes the mark away once the form is fine', () => {
    const { rerender } = render(show(problems))

    rerender(show([]))

    expect(document.title).toBe('Próba – Rozeznanie')
    expect(screen.queryByRole('heading')).toBeNull()
  })

  it('leads from the summary to the field, which says the same words', () => {
    render(show(problems))
    HTMLElement.prototype.scrollIntoView = () => undefined

    fireEvent.click(screen.getByRole('link', { name: 'Proszę podać numer telefonu.' }))

    const field = document.activeElement
    expect(field?.getAttribute('name')).toBe('phone')
    expect(field?.getAttribute('aria-invalid')).toBe('true')
    const described = field?.getAttribute('aria-describedby')?.split(' ') ?? []
    expect(described.map((id) => document.getElementById(id)?.textContent)).toEqual([
      'Podpowiedź: phone',
      'Proszę podać numer telefonu.',
    ])
  })

  it('shows what concerns no field as plain words', () => {
    render(show([{ message: 'Zbyt wiele prób. Proszę spróbować za 15 minut.' }]))

    expect(screen.getByText('Zbyt wiele prób. Proszę spróbować za 15 minut.')).toBeTruthy()
    expect(screen.queryByRole('link')).toBeNull()
  })
})
