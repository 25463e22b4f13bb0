// `node tools/run.mjs <command>`: looks at the Node version before it loads anything an old Node could not even read.
import './node-version.mjs'

const [command] = process.argv.splice(2, 1)
import(`./${command}.mjs`)
