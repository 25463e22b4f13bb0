import { describe, expect, it } from 'vitest'
import { errorOf, fieldOf, inPageOrder, problemsOf } from './form-problems.ts'

describe('refusals of the server beside the fields of a form', () => {
  const problems = problemsOf({
    message: 'Popraw dane.',
    problems: [
      { path: 'input.closesOn', message: 'Data zakończenia jest wcześniejsza niż data rozpoczęcia.' },
      { path: 'localities.3.name', message: 'Wpisz nazwę miejscowości.' },
    ],
  })

  it('finds the message of a field with or without the leading „input.”', () => {
    expect(errorOf(problems, 'closesOn')).toBe('Data zakończenia jest wcześniejsza niż data rozpoczęcia.')
    expect(errorOf(problems, 'opensOn')).toBeUndefined()
  })

  it('shows a problem of a part at the field that holds it', () => {
    expect(errorOf(problems, 'localities')).toBe('Wpisz nazwę miejscowości.')
    expect(errorOf(problems, 'local')).toBeUndefined()
  })

  it('concerns the whole form when no field is named', () => {
    expect(problemsOf({ message: 'Nieprawidłowy adres lub hasło.' })).toEqual([
      { message: 'Nieprawidłowy adres lub hasło.' },
    ])
  })

  it('links the summary to the closest control there is', () => {
    const problem = { name: 'localities.3.name', message: '…' }
    expect(fieldOf(problem, ['localities', 'localities.3'])).toBe('localities.3')
    expect(fieldOf({ message: '…' }, ['localities'])).toBeUndefined()
  })

  it('lists problems as the page lists its fields, those of the whole form first', () => {
    const found = [{ name: 'phone', message: 'a' }, { name: 'title', message: 'b' }, { message: 'c' }]

    expect(inPageOrder(found, ['title', 'phone']).map(({ message }) => message)).toEqual(['c', 'b', 'a'])
  })
})
