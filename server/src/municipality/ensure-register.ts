import { readFile } from 'node:fs/promises'
import { parseRegisterDocument } from '@rozeznanie/core/municipality'
import type { Context } from '../context.ts'
import { inRepository } from '../repository.ts'
import { takeOverFirstRegister } from './import-register.ts'
import { isRegisterEmpty } from './municipality.store.ts'

/** Fills an empty register with the municipalities that ship with the program. Doing it again changes nothing. */
export async function ensureRegister(context: Context): Promise<void> {
  if (!(await isRegisterEmpty(context.db))) return
  const document = await readFile(inRepository('prisma', 'register', 'swietokrzyskie.json'), 'utf8')
  await takeOverFirstRegister(context, parseRegisterDocument(JSON.parse(document)))
}
