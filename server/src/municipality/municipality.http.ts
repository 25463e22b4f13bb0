import { InvalidInputError } from '@rozeznanie/core/errors'
import {
  registerOf,
  type MunicipalityChange,
  type Municipality,
  type Register,
} from '@rozeznanie/core/municipality'
import type { FastifyInstance } from 'fastify'
import { requireAdministrator } from '../account/account.access.ts'
import type { RouteDeps } from '../context.ts'
import { requireOwnPage } from '../kernel/own-page.ts'
import { acceptUploads, readUpload, type Upload } from '../kernel/upload.ts'
import { applyRegister, planRegister, type RegisterPlan } from './import-register.ts'
import { readTercFile } from './read-terc-file.ts'

const entry = ({ code, name, kind, countyName }: Municipality) => ({ code, name, kind, countyName })

/** The plan as the page shows it: `{ stateOn, municipalityCount, added, renamed, rekinded, vanished, planHash }`. */
function shown({ stateOn, municipalities }: Register, { changes, planHash }: RegisterPlan) {
  return {
    stateOn,
    municipalityCount: municipalities.length,
    added: changes.added.map(entry),
    renamed: changes.renamed.map(({ before, after }: MunicipalityChange) => ({
      code: after.code,
      from: before.name,
      to: after.name,
    })),
    rekinded: changes.rekinded.map(({ before, after }: MunicipalityChange) => ({
      code: after.code,
      name: after.name,
      from: before.kind,
      to: after.kind,
    })),
    vanished: changes.vanished.map(entry),
    planHash,
  }
}

const registerIn = (upload: Upload): Register => registerOf(readTercFile(upload))

function seenHash({ fields }: Upload): string {
  const hash = fields['planHash']
  if (hash !== undefined && hash !== '') return hash
  const message = 'Najpierw prosimy obejrzeć zmiany w podglądzie, a potem je zatwierdzić.'
  throw new InvalidInputError([{ path: 'planHash', message }])
}

/** Upload of the official register by an administrator: first a look at the changes, then the change. */
export async function municipalityRoutes(app: FastifyInstance, { contextOf }: RouteDeps): Promise<void> {
  await acceptUploads(app)
  app.addHook('preHandler', requireOwnPage)

  app.post('/upload/register/plan', async (request, reply) => {
    const context = await contextOf(request, reply)
    requireAdministrator(context)
    const register = registerIn(await readUpload(request))
    return shown(register, await planRegister(context, register))
  })
  app.post('/upload/register/apply', async (request, reply) => {
    const context = await contextOf(request, reply)
    requireAdministrator(context)
    const upload = await readUpload(request)
    const register = registerIn(upload)
    return shown(register, await applyRegister(context, register, seenHash(upload)))
  })
}
