import type { OpenedDatabase } from './database/database.ts'
import type { ServerSettings } from './env.ts'
import type { PreparedInstallation } from './installation/prepare-installation.ts'

const WIDTH = 16

const row = (name: string, value: string): string => `  ${name.padEnd(WIDTH)}${value}`

function addressOf({ publicUrl, host, port }: ServerSettings): string {
  if (publicUrl) return publicUrl
  const name = ['127.0.0.1', '0.0.0.0', '::', '::1', 'localhost'].includes(host) ? 'localhost' : host
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`
}

function demoRows({ demoSignIns, demoPassword }: PreparedInstallation): readonly string[] {
  if (demoPassword === null) return []
  return [
    '',
    `Baza zawiera dane przykładowe. Można się zalogować jako (hasło: ${demoPassword}):`,
    ...demoSignIns.map(({ role, email }) => row(role, email)),
  ]
}

function setupRows(
  address: string,
  { needsAdministrator }: PreparedInstallation,
  code: string,
): readonly string[] {
  if (!needsAdministrator) return []
  return [
    '',
    'Nie ma jeszcze administratora. Proszę założyć jego konto:',
    row('Strona', `${address}/pierwsze-uruchomienie`),
    row('Kod', code),
  ]
}

/** What the terminal says once the server answers. */
export function welcome(
  settings: ServerSettings,
  db: Pick<OpenedDatabase, 'place' | 'kind'>,
  prepared: PreparedInstallation,
  setupCode: string,
): string {
  const address = addressOf(settings)
  return [
    '',
    'Rozeznanie działa.',
    row('Adres', address),
    row(db.kind === 'embedded' ? 'Dane leżą w' : 'Baza danych', db.place),
    ...demoRows(prepared),
    ...setupRows(address, prepared, setupCode),
    '',
    'Zatrzymanie: Ctrl+C.',
  ].join('\n')
}
