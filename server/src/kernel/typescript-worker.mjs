// Where the program is not bundled its workers are TypeScript. Node 20 does not pass a loader on to threads.
import { workerData } from 'node:worker_threads'
import { register } from 'tsx/esm/api'

register()
await import(workerData)
