import { organisationProblems } from '@rozeznanie/core/account'
import { InvalidInputError } from '@rozeznanie/core/errors'
import { type OrganisationFields, isNameTaken, unknownMunicipalities } from './organisation.store.ts'

/** The fields as they are stored: trimmed, each municipality once. @throws InvalidInputError */
export function checkedFields(input: OrganisationFields): OrganisationFields {
  const problems = organisationProblems(input)
  if (problems.length > 0) throw new InvalidInputError(problems)
  const municipalityCodes = [...new Set(input.municipalityCodes)]
  return { name: input.name.trim().normalize('NFC'), phone: input.phone.trim(), municipalityCodes }
}

/** @throws InvalidInputError when the name is taken or a municipality is not in the register */
export async function refuseWhatTheDatabaseKnows(
  tx: Parameters<typeof isNameTaken>[0],
  fields: OrganisationFields,
  organisationId?: string,
): Promise<void> {
  if (await isNameTaken(tx, fields.name, organisationId)) {
    throw new InvalidInputError([{ path: 'name', message: 'Organizacja o tej nazwie już istnieje.' }])
  }
  const unknown = await unknownMunicipalities(tx, fields.municipalityCodes)
  if (unknown.length === 0) return
  const message = `W rejestrze nie ma gminy o kodzie ${unknown[0]}. Proszę wybrać gminę z listy.`
  throw new InvalidInputError([{ path: 'municipalityCodes', message }])
}
