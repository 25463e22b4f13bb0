import { expect, it } from 'vitest'
import { buttonCode, frameCode } from './embed-code.ts'

const SURVEY = { address: 'https://ankieta.example/a/k3mv7q2p', title: 'Łąka "2026" <b> & las' }

it.each([
  ['a', buttonCode(SURVEY)],
  ['iframe', frameCode(SURVEY)],
])('the code with <%s> is one element that a title cannot break out of', (name, code) => {
  const holder = new DOMParser().parseFromString(code, 'text/html').body

  expect(holder.children).toHaveLength(1)
  const [element] = holder.children
  expect(element?.localName).toBe(name)
  expect(element?.children).toHaveLength(0)
  expect(element?.getAttribute(name === 'a' ? 'href' : 'src')).toBe(SURVEY.address)
  expect(name === 'a' ? element?.textContent : element?.getAttribute('title')).toContain(SURVEY.title)
})
