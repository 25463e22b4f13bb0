// Finds a Chromium for the browser tests; installs Debian's when that is allowed.
import { accessSync, constants, existsSync, readdirSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Refusal, execute } from './say.mjs'

const NAMES = ['chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser']
const MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]
const WINDOWS = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
  .filter(Boolean)
  .map((folder) => path.join(folder, 'Google/Chrome/Application/chrome.exe'))

function isProgram(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const cacheOfPlaywright = () =>
  process.env.PLAYWRIGHT_BROWSERS_PATH ??
  path.join(
    os.homedir(),
    { darwin: 'Library/Caches', win32: 'AppData/Local' }[process.platform] ?? '.cache',
    'ms-playwright',
  )

const IN_CACHE = [
  'chrome-linux64/chrome',
  'chrome-linux/chrome',
  'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  'chrome-win64/chrome.exe',
  'chrome-win/chrome.exe',
]

/** The newest of Playwright's own browsers comes first. */
function fromPlaywright() {
  const cache = cacheOfPlaywright()
  if (!existsSync(cache)) return []
  const builds = readdirSync(cache).filter((name) => /^chromium-\d+$/.test(name))
  builds.sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)))
  return builds.flatMap((build) => IN_CACHE.map((file) => path.join(cache, build, file)))
}

const fromPath = () =>
  NAMES.flatMap((name) =>
    (process.env.PATH ?? '').split(path.delimiter).map((folder) => path.join(folder, name)),
  )

const findChromium = () => [...fromPlaywright(), ...fromPath(), ...MAC, ...WINDOWS].find(isProgram)

async function installFromDebian() {
  console.log('Nie ma przeglądarki Chromium; instaluję ją z Debiana (apt-get)…')
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await execute('apt-get', ['update', '-qq'], { env })
  await execute('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { env })
}

const mayInstall = () => process.getuid?.() === 0 && isProgram('/usr/bin/apt-get')

/** The path of a Chromium that starts. */
export async function prepareChromium() {
  const wished = process.env.CHROMIUM
  if (wished && !isProgram(wished))
    throw new Refusal(
      `Zmienna CHROMIUM wskazuje na ${wished}, ale nie ma tam programu, który można uruchomić.`,
    )
  let chromium = wished ?? findChromium()
  if (!chromium && mayInstall()) {
    await installFromDebian()
    chromium = findChromium()
  }
  if (!chromium) {
    throw new Refusal(
      'Testy w przeglądarce potrzebują Chromium. Zainstaluj je poleceniem „sudo apt-get install chromium” ' +
        'albo „npx playwright-core install --with-deps chromium”, albo wskaż program zmienną CHROMIUM.',
    )
  }
  const { code, output } = await execute(chromium, ['--version'], { quiet: true, shell: false })
  if (code !== 0)
    throw new Refusal(`Przeglądarka ${chromium} nie uruchamia się: ${output.trim().split('\n').at(-1)}`)
  return chromium
}
