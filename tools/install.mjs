// Installs the packages of package-lock.json when node_modules does not hold exactly them.
import { accessSync, constants, existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Refusal, execute, refusalIn, root, sentenceOf } from './say.mjs'

const packagesOf = (file) => JSON.parse(readFileSync(path.join(root, file), 'utf8')).packages

/** npm writes down what it has installed, at the very end; so a cut installation counts as none. */
function isInstalled() {
  if (!existsSync(path.join(root, 'node_modules/.package-lock.json'))) return false
  const installed = packagesOf('node_modules/.package-lock.json')
  return Object.entries(packagesOf('package-lock.json')).every(([name, wanted]) => {
    if (!name.includes('node_modules/') || wanted.link) return true
    const found = installed[name]
    if (!found) return wanted.optional === true || wanted.peer === true
    return found.version === wanted.version && found.integrity === wanted.integrity
  })
}

function checkWritable() {
  try {
    accessSync(root, constants.W_OK)
  } catch (error) {
    throw new Refusal(sentenceOf(error))
  }
}

export async function installWhatIsMissing() {
  if (isInstalled()) return
  checkWritable()
  console.log('Instaluję potrzebne pakiety (za pierwszym razem trwa to parę minut)…')
  // no package needs its install script: binaries come as packages of their own
  const args = [
    'ci',
    '--no-audit',
    '--no-fund',
    '--ignore-scripts',
    '--include=dev',
    '--include=optional',
    '--loglevel=error',
  ]
  const { code, output } = await execute('npm', args)
  if (code !== 0) {
    throw (
      refusalIn(output) ??
      new Refusal('Instalacja pakietów nie powiodła się. Sprawdź połączenie z internetem i spróbuj ponownie.')
    )
  }
}
