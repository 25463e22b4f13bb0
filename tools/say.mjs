// Sentences for the person at the terminal, and commands run on their behalf.
import { spawn } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/, '')

/** A program of node_modules, without npm or npx in between. */
export const binary = (name) =>
  path.join(root, 'node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name)

/** Something the person can act on: told in one sentence, never with a stack trace. */
export class Refusal extends Error {}

/** Runs a tool's main work; ends the process with code 1 and one sentence when it is refused. */
export async function run(work) {
  try {
    await work()
  } catch (error) {
    console.error(`\n${sentenceOf(error)}`)
    process.exit(1)
  }
}

const SYSTEM_ERRORS = {
  ENOSPC: 'Na dysku zabrakło miejsca. Zwolnij miejsce i spróbuj ponownie.',
  EDQUOT: 'Wyczerpano limit miejsca na dysku. Zwolnij miejsce i spróbuj ponownie.',
  EACCES:
    'Brak prawa zapisu w folderze programu. Zmień uprawnienia albo przenieś program do własnego folderu.',
  EPERM:
    'Brak prawa zapisu w folderze programu. Zmień uprawnienia albo przenieś program do własnego folderu.',
  EROFS: 'Folder programu jest tylko do odczytu. Przenieś program do folderu, w którym można zapisywać.',
}

/** What a failure means for the person, by the code that Node or npm gives it. */
export function sentenceOf(error) {
  if (error instanceof Refusal || error.name === 'StartRefusedError') return error.message
  return SYSTEM_ERRORS[error.code] ?? `Coś poszło nie tak: ${error.message}`
}

/** Finds a system error in what a command printed. */
export function refusalIn(output) {
  const code = Object.keys(SYSTEM_ERRORS).find((name) => new RegExp(`\\b${name}\\b`).test(output))
  if (code) return new Refusal(SYSTEM_ERRORS[code])
  return /No space left on device/.test(output) ? new Refusal(SYSTEM_ERRORS.ENOSPC) : null
}

/** Runs a command to its end; shows its output and keeps it, so that a failure can be explained. */
export function execute(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      shell: process.platform === 'win32',
      ...options,
      env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    const keep = (stream) => (chunk) => {
      output = (output + chunk).slice(-200_000)
      if (!options.quiet) stream.write(chunk)
    }
    child.stdout.on('data', keep(process.stdout))
    child.stderr.on('data', keep(process.stderr))
    child.on('error', (error) => resolve({ code: 1, output: String(error) }))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}
