import { randomBytes, randomUUID } from 'node:crypto'
import { base64Url, fromBase64Url, writeTicket } from '@rozeznanie/core/invitation'
import { blindTicket } from '@rozeznanie/core/invitation/blind'
import type { SignedIn, TestApp } from './test-app.ts'

/** What a door answered. */
export interface DoorAnswer {
  readonly status: number
  readonly body: Readonly<Record<string, string>>
}

/** A survey that takes codes, with some of them. */
export interface CodedSurvey {
  readonly id: string
  readonly code: string
  readonly questionnaireVersionId: string
  readonly codes: readonly string[]
}

const ON = 'mutation ($input: SetSurveyCodesInput!) { setSurveyCodes(input: $input) { __typename } }'
const MAKE = 'mutation ($input: MakeCodeBatchInput!) { makeCodeBatch(input: $input) { __typename } }'

/** Opens a survey with codes as its organiser would. */
export async function aCodedSurvey(test: TestApp, as: SignedIn, codeCount: number): Promise<CodedSurvey> {
  const survey = await test.aSurvey({ organisationId: as.organisationId ?? '' })
  const surveyId = survey.id
  await test.graphql(ON, { input: { surveyId, takesCodes: true } }, { as })
  await test.graphql(MAKE, { input: { surveyId, name: 'Listy', codeCount } }, { as })
  const codes = await test.db.prisma.oneTimeCode.findMany({ where: { surveyId }, orderBy: { serial: 'asc' } })
  return { ...survey, codes: codes.map(({ code }) => code) }
}

/** The device of a respondent: what its script does. */
export function aDevice(test: TestApp, survey: CodedSurvey, address = '127.0.0.1') {
  const post = async (door: string, payload: object): Promise<DoorAnswer> => {
    const url = `/a/${survey.code}/${door}`
    const headers = { 'x-forwarded-for': address }
    const answer = await test.app.inject({ method: 'POST', url, payload, headers })
    return { status: answer.statusCode, body: answer.json() }
  }
  const seed = Uint8Array.from(randomBytes(32))
  const ask = async (code: string) => {
    const { modulus } = await test.db.prisma.ticketKey.findUniqueOrThrow({ where: { surveyId: survey.id } })
    const ticket = blindTicket(seed, modulus)
    if (!ticket) throw new Error('no ticket')
    const answer = await post('kod', { code, blinded: base64Url(ticket.blinded) })
    const signature = fromBase64Url(answer.body.signature)
    const signed = signature && ticket.finish(signature)
    return { ...answer, ticket: signed ? writeTicket({ message: ticket.message, signature: signed }) : '' }
  }
  const { questionnaireVersionId } = survey
  const id = randomUUID()
  const send = (ticket: string | undefined, change: object = {}) =>
    post('responses', {
      ...{ id, questionnaireVersionId, mode: 'CAWI', answers: { needs_help: '1' } },
      ...(ticket !== undefined && { ticket }),
      ...change,
    })
  return { id, seed, post, ask, send }
}
