// `npm run dev`: the server and the pages, both reloaded when their sources change.
import { spawn } from 'node:child_process'
import { watch } from 'node:fs'
import path from 'node:path'
import { turbo } from './build.mjs'
import { installWhatIsMissing } from './install.mjs'
import { Refusal, binary, execute, root, run } from './say.mjs'

const children = []
let isStopping = false

function stopAll() {
  isStopping = true
  for (const child of children) child.kill('SIGTERM')
}

function keepRunning(name, args, options = {}) {
  const child = spawn(binary(name), args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    ...options,
  })
  children.push(child)
  child.on('exit', (code) => {
    if (isStopping) return
    process.exitCode = code ?? 1
    stopAll()
  })
}

/** Calls work a moment after the last change, one call at a time. */
function onChange(folder, matches, work) {
  let timer
  let running = Promise.resolve()
  watch(path.join(root, folder), { recursive: true }, (_event, name) => {
    if (!name || !matches(name.split(path.sep).join('/'))) return
    clearTimeout(timer)
    timer = setTimeout(() => (running = running.then(work)), 300)
  })
}

/** Where the pages find the server: the port as the server itself reads it. */
function serverAddress() {
  const flag = process.argv.indexOf('--port')
  const port = flag > 0 ? process.argv[flag + 1] : process.env.PORT || 4000
  return `http://127.0.0.1:${port}`
}

const printSchema = () => execute(binary('tsx'), ['src/print-schema.ts'], { cwd: path.join(root, 'server') })
const generateTypes = () => execute(binary('graphql-codegen'), ['--config', 'codegen.ts', '--silent'])

await run(async () => {
  await installWhatIsMissing()
  const { code } = await turbo(['generate', '//#codegen'])
  if (code !== 0) throw new Refusal('Nie udało się wygenerować plików; powód widać powyżej.')
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stopAll)
  keepRunning('tsx', ['watch', '--clear-screen=false', 'server/src/main.ts', ...process.argv.slice(2)])
  const env = { ...process.env, ROZEZNANIE_SERVER: serverAddress() }
  keepRunning('vite', ['--clearScreen', 'false'], { cwd: path.join(root, 'web'), env })
  // Neither empties the folder of both, or it would take the other's files with it.
  const answer = ['build', '--config', 'vite.answer.config.ts', '--watch', '--logLevel', 'warn']
  keepRunning('vite', [...answer, '--emptyOutDir', 'false'], { cwd: path.join(root, 'web') })
  keepRunning('vite', [...answer, '--mode', 'preview'], { cwd: path.join(root, 'web') })
  keepRunning('vite', [...answer, '--mode', 'kiosk'], { cwd: path.join(root, 'web') })
  keepRunning('vite', [...answer, '--mode', 'plain'], { cwd: path.join(root, 'web') })
  const terrain = ['build', '--config', 'vite.terrain.config.ts', '--watch', '--logLevel', 'warn']
  keepRunning('vite', terrain, { cwd: path.join(root, 'web') })
  onChange('server/src', (name) => /\.graphql\.ts$|^builder\.ts$/.test(name), printSchema)
  onChange('server', (name) => name === 'schema.graphql', generateTypes)
  onChange('web/src', (name) => /\.tsx?$/.test(name) && !name.startsWith('gql/'), generateTypes)
})
