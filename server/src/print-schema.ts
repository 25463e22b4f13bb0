import { writeFileSync } from 'node:fs'
import { inRepository } from './repository.ts'
import { printedSchema } from './schema.ts'

writeFileSync(inRepository('server', 'schema.graphql'), printedSchema())
