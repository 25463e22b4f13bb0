import { describe, expect, it } from 'vitest'
import { accountProblems, normaliseEmail, passwordProblems } from './account-rules.ts'

const messagesFor = (password: string) =>
  passwordProblems(password, 'anna@gmina.pl').map((problem) => problem.message)

describe('a new password', () => {
  it.each(['a', 'osiem888', 'jedenascie1', 'ąąążżżśśśćć'])('needs at least 12 characters: %s', (password) => {
    expect(messagesFor(password)).toEqual([expect.stringContaining('co najmniej 12 znaków')])
  })

  it('counts an emoji as one character', () => {
    expect(messagesFor('kot🐈pies🐕koń')).toEqual([])
    expect(messagesFor('🐈🐕🐎🐄🐖🐑')).toEqual([expect.stringContaining('co najmniej 12')])
  })

  it('may have 128 characters and not 129', () => {
    const long = 'zielona lampa nad stołem w kuchni babci '.repeat(4)
    expect(messagesFor(long.slice(0, 128))).toEqual([])
    expect(messagesFor(long.slice(0, 129))).toEqual([expect.stringContaining('najwyżej 128')])
  })

  it('keeps and counts spaces at its ends', () => {
    expect(messagesFor('  gruszka1  ')).toEqual([])
  })

  it('cannot hold what the database refuses', () => {
    expect(messagesFor('lampa nad\u0000stołem')).toEqual([expect.stringContaining('niedozwolone znaki')])
    expect(messagesFor('lampa nad \ud800 stołem')).toEqual([expect.stringContaining('niedozwolone znaki')])
  })

  it.each([
    'Haslo1234567',
    'Hasło2026!!!!',
    '123456789012',
    'qwertyuiopas',
    'aaaaaaaaaaaa',
    'KochamCie!2026',
    'admin-admin-admin',
    'kielcekielce',
    '1990-01-01-1990',
    'abababababab',
    'Październik2026',
    'Centrum Usług Społecznych',
  ])('is refused when anybody would guess it: %s', (password) => {
    expect(messagesFor(password)).toEqual([expect.stringContaining('łatwo odgadnąć')])
  })

  it('is not the e-mail address itself', () => {
    expect(messagesFor('Anna@Gmina.pl')).toEqual([expect.stringContaining('łatwo odgadnąć')])
  })

  it.each(['Rozeznanie-demo-2026', 'trzy koty na płocie', 'wZ4!kkPq9rTbb'])(
    'is accepted when it is not common: %s',
    (password) => {
      expect(messagesFor(password)).toEqual([])
    },
  )
})

describe('a new account', () => {
  const account = { email: 'anna.nowak@gmina.pl', name: 'Anna Nowak', password: 'trzy koty na płocie' }

  it('has no problems when every field is in order', () => {
    expect(accountProblems(account)).toEqual([])
  })

  it.each([
    '',
    'anna',
    'anna@',
    '@gmina.pl',
    'anna@gmina',
    'a b@gmina.pl',
    'anna@gmina..pl',
    `${'a'.repeat(250)}@gmina.pl`,
    'a@b.pl\nBcc: c@d.pl',
  ])('needs a whole e-mail address: %s', (email) => {
    expect(accountProblems({ ...account, email }).map((problem) => problem.path)).toEqual(['email'])
  })

  it('needs a name without line breaks', () => {
    expect(accountProblems({ ...account, name: '  ' }).map((problem) => problem.path)).toEqual(['name'])
    expect(accountProblems({ ...account, name: 'Anna\nNowak' }).map((problem) => problem.path)).toEqual([
      'name',
    ])
  })

  it('keeps one spelling of an e-mail address', () => {
    expect(normaliseEmail('  Anna.Nowak@Gmina.PL ')).toBe('anna.nowak@gmina.pl')
  })
})
