import { describe, expect, it } from 'vitest'
import { addressOfSaved, isSavedAlone, requestOf, savedIdOf, withEyes, withRequest } from './view-state.ts'

const ADDRESS =
  'pytanie=sleep&pytanie=care%2Fday&wiek=65-69&wedlug=dem_sex&wagi=2&procent=wierszy&wykres=mapa&odpowiedz=1'

describe('the address of the workbench', () => {
  it('says everything that is asked', () => {
    expect(requestOf(new URLSearchParams(ADDRESS))).toEqual({
      rowKeys: ['sleep', 'care/day'],
      columnKey: 'dem_sex',
      filter: [{ dimension: 'dem_age', codes: ['65-69'] }],
      weights: 2,
      percentOf: 'ROW',
      chart: 'HEAT_MAP',
      answerCode: '1',
    })
  })

  it('comes out the same when it is read and written', () => {
    const search = new URLSearchParams(ADDRESS)
    const again = withRequest(new URLSearchParams(), requestOf(search))

    expect(requestOf(again)).toEqual(requestOf(search))
  })

  it('does not name what is usual', () => {
    const plain = { ...requestOf(new URLSearchParams('pytanie=sleep')) }

    expect(withRequest(new URLSearchParams('wagi=bez&wykres=mapa'), plain).toString()).toBe('pytanie=sleep')
  })

  it('knows results without weights from those with the usual ones', () => {
    expect(requestOf(new URLSearchParams('pytanie=a&wagi=bez')).weights).toBe('NONE')
    expect(requestOf(new URLSearchParams('pytanie=a')).weights).toBe('USUAL')
  })

  it('asks for nothing without a question, and keeps the filter', () => {
    const request = requestOf(new URLSearchParams('plec=K'))

    expect([request.rowKeys, request.filter]).toEqual([[], [{ dimension: 'dem_sex', codes: ['K'] }]])
  })

  it('names a kept view alone, and beside what was changed since', () => {
    const kept = addressOfSaved(withEyes(new URLSearchParams(ADDRESS), true), 'x1')

    expect(kept.toString()).toBe('widok=x1&oczami=innych')
    expect(isSavedAlone(kept)).toBe(true)
    const changed = withRequest(kept, requestOf(new URLSearchParams(ADDRESS)))
    expect([savedIdOf(changed), isSavedAlone(changed)]).toEqual(['x1', false])
  })
})
