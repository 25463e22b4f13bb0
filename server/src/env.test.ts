import { describe, expect, it } from 'vitest'
import { readSettings } from './env.ts'

const settings = (env: NodeJS.ProcessEnv, args: readonly string[] = []) =>
  readSettings(env, args, '/opt/rozeznanie')

describe('the settings of the server', () => {
  it('have sensible values when nothing is set', () => {
    expect(settings({})).toEqual({
      port: 4000,
      host: '127.0.0.1',
      dataFolder: '/opt/rozeznanie/.data',
      databaseUrl: null,
      demo: true,
      publicUrl: null,
      trustedProxyCount: 0,
      resultsMemoryBytes: 256 * 1024 * 1024,
      production: false,
    })
  })

  it('take an empty variable for one that is not set', () => {
    expect(settings({ PORT: '', DATABASE_URL: '' })).toMatchObject({ port: 4000, databaseUrl: null })
  })

  it('let the command line win over the environment', () => {
    expect(settings({ PORT: '5000' }, ['--port', '6000', '--data', '/srv/dane'])).toMatchObject({
      port: 6000,
      dataFolder: '/srv/dane',
    })
  })

  it('switch the demo off', () => {
    expect(settings({ ROZEZNANIE_DEMO: 'off' }).demo).toBe(false)
  })

  it('drop the slash at the end of the public address', () => {
    expect(settings({ PUBLIC_URL: 'https://ankiety.gmina.example/' }).publicUrl).toBe(
      'https://ankiety.gmina.example',
    )
  })

  it.each([
    [{ PORT: 'abc' }, /Port musi być liczbą/],
    [{ PORT: '0' }, /Port musi być liczbą/],
    [{ PORT: '70000' }, /Port musi być liczbą/],
    [{ DATABASE_URL: 'mysql://x' }, /DATABASE_URL musi być adresem/],
    [{ PUBLIC_URL: 'ankiety.gmina.example' }, /PUBLIC_URL musi być adresem/],
    [{ PUBLIC_URL: 'https://gmina.example/ankiety' }, /bez dalszej ścieżki/],
    [{ ROZEZNANIE_DEMO: 'może' }, /on albo off/],
    [{ TRUSTED_PROXIES: '-1' }, /TRUSTED_PROXIES/],
  ])('refuse %o with a sentence', (env, sentence) => {
    expect(() => settings(env)).toThrow(sentence)
  })

  it('refuse an unknown option with a sentence that names the known ones', () => {
    expect(() => settings({}, ['--prot', '1'])).toThrow(/--port NUMER/)
  })
})
