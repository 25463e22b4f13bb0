import { describe, expect, it } from 'vitest'
import { i18n } from './i18n.ts'

const sources = import.meta.glob<string>(
  ['../**/*.{ts,tsx}', '!../answer/**', '!../gql/**', '!../**/*.test.*'],
  {
    query: '?raw',
    import: 'default',
    eager: true,
  },
)

interface Use {
  readonly file: string
  readonly room: string
  readonly key: string
}

const CALL = /(?<![\w.])t\(\s*(['`])((?:(?!\1).)+)\1(?:,\s*\{[^}]*?\bns: '(\w+)')?/gs

/** Keys that a source file asks for; `${…}` within a key stands for anything. */
function usesOf([file, source]: readonly [string, string]): readonly Use[] {
  const room = /useTranslation\('(\w+)'\)/.exec(source)?.[1] ?? file.split('/').at(-2) ?? ''
  return [...source.matchAll(CALL)].map(([, , key = '', namespace]) => ({
    file,
    room: namespace ?? room,
    key,
  }))
}

function flatKeys(catalogue: unknown, prefix = ''): readonly string[] {
  if (typeof catalogue !== 'object' || catalogue === null) return [prefix]
  return Object.entries(catalogue).flatMap(([key, value]) =>
    flatKeys(value, prefix ? `${prefix}.${key}` : key),
  )
}

function has({ room, key }: Use): boolean {
  const parts = key
    .split(/\$\{(?:[^{}]|\{[^}]*\})*\}/)
    .map((part) => part.replace(/[.*+?^()|[\]\\]/g, '\\$&'))
  const wanted = new RegExp(`^${parts.join('[\\w.]+')}(_(zero|one|few|many|other))?$`)
  return flatKeys(i18n.getResourceBundle('pl', room)).some((known) => wanted.test(known))
}

describe('the Polish catalogues', () => {
  const uses = Object.entries(sources).flatMap(usesOf)

  it('hold every text that a component asks for', () => {
    const missing = uses.filter((use) => !has(use)).map(({ file, room, key }) => `${file}: ${room}:${key}`)

    expect(uses.length).toBeGreaterThan(200)
    expect(missing).toEqual([])
  })

  it('have every Polish plural form of a counted text', () => {
    const incomplete = Object.keys(i18n.getDataByLanguage('pl') ?? {}).flatMap((room) => {
      const keys = flatKeys(i18n.getResourceBundle('pl', room))
      const counted = keys.filter((key) => key.endsWith('_one')).map((key) => key.slice(0, -'_one'.length))
      const forms = counted.flatMap((key) => ['few', 'many', 'other'].map((form) => `${key}_${form}`))
      return forms.filter((form) => !keys.includes(form)).map((form) => `${room}:${form}`)
    })

    expect(incomplete).toEqual([])
  })
})
