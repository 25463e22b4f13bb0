import { describe, expect, it } from 'vitest'
import { readCsv } from './csv.ts'

const read = (text: string) => readCsv(new TextEncoder().encode(text), { mostRows: 10, keepsEmptyRows: true })

describe('the separator of a CSV file', () => {
  it('is told by the second line where the first is only the name of a sheet', () => {
    expect(read('survey\n,type,name\n,text,a\n')).toEqual([
      ['survey'],
      ['', 'type', 'name'],
      ['', 'text', 'a'],
    ])
    expect(read('"survey"\r\n;"type";"name"\r\n')).toEqual([['survey'], ['', 'type', 'name']])
  })

  it('is not looked for in the words of a file with one column', () => {
    expect(read('Uwagi\nTak, ale rzadko\n')).toEqual([['Uwagi'], ['Tak, ale rzadko']])
  })
})
