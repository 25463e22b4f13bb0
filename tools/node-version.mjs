// Old syntax on purpose: it must be readable for every Node that knows modules.
const [major, minor] = process.versions.node.split('.').map(Number)

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Potrzebny jest Node.js 20.19 lub nowszy, a uruchomiono ${process.version}. Nowszy można pobrać ze strony https://nodejs.org.`,
  )
  process.exit(1)
}
