import { describe, expect, it } from 'vitest'
import { readSettings } from './env.ts'
import { welcome } from './welcome.ts'

const DATABASE = { place: '/opt/rozeznanie/.data/postgres', kind: 'embedded' } as const
const settings = (env: NodeJS.ProcessEnv = {}) => readSettings(env, [], '/opt/rozeznanie')
const ready = { demoSignIns: [], demoPassword: null, needsAdministrator: false }

describe('the welcome in the terminal', () => {
  it('says the address and where the data lie', () => {
    const text = welcome(settings({ PORT: '4321' }), DATABASE, ready, 'ABCD-EFGH-JKLM')

    expect(text).toMatch(/http:\/\/localhost:4321\n/)
    expect(text).toContain('/opt/rozeznanie/.data/postgres')
  })

  it('shows the public address when there is one', () => {
    expect(welcome(settings({ PUBLIC_URL: 'https://ankiety.example' }), DATABASE, ready, '')).toContain(
      'https://ankiety.example\n',
    )
  })

  it('shows the sign-ins of the demo only when the database holds it', () => {
    const demo = {
      ...ready,
      demoPassword: 'Haslo-2026',
      demoSignIns: [{ role: 'ankieter', email: 'ankieter@example.org' }],
    }

    expect(welcome(settings(), DATABASE, demo, '')).toMatch(
      /Haslo-2026[\s\S]*ankieter +ankieter@example\.org/,
    )
    expect(welcome(settings(), DATABASE, ready, '')).not.toContain('hasło')
  })

  it('shows the one-time code only while nobody is administrator', () => {
    expect(welcome(settings(), DATABASE, ready, 'ABCD-EFGH-JKLM')).not.toContain('ABCD')
    expect(welcome(settings(), DATABASE, { ...ready, needsAdministrator: true }, 'ABCD-EFGH-JKLM')).toMatch(
      /pierwsze-uruchomienie\n.*ABCD-EFGH-JKLM/,
    )
  })
})
