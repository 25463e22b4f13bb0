import { webcrypto } from 'node:crypto'
import type { RescueKey } from '@rozeznanie/core/terrain'
import type { Database } from '../database/database.ts'

const KEY_BITS = 3072
const ALGORITHM = { name: 'RSA-OAEP', hash: 'SHA-256' } as const

async function makePair() {
  const publicExponent = new Uint8Array([1, 0, 1])
  const wishes = { ...ALGORITHM, modulusLength: KEY_BITS, publicExponent }
  const { publicKey, privateKey } = await webcrypto.subtle.generateKey(wishes, true, [
    'encrypt',
    'decrypt',
    'wrapKey',
    'unwrapKey',
  ])
  const { n = '', e = '', key_ops = [] } = await webcrypto.subtle.exportKey('jwk', publicKey)
  const jwk = { kty: 'RSA', n, e, alg: 'RSA-OAEP-256', ext: true, key_ops }
  return { jwk, privateKey: new Uint8Array(await webcrypto.subtle.exportKey('pkcs8', privateKey)) }
}

const firstOf = ({ prisma }: Database, organisationId: string) =>
  prisma.organisationKey.findFirst({
    where: { organisationId },
    select: { id: true, publicKey: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })

/** The public key of an organisation; the pair is made when somebody first asks for it. */
export async function rescueKeyOf(db: Database, organisationId: string): Promise<RescueKey> {
  const known = await firstOf(db, organisationId)
  if (known) return { id: known.id, publicKey: known.publicKey as RescueKey['publicKey'] }
  const { jwk, privateKey } = await makePair()
  const { id } = await db.prisma.organisationKey.create({
    data: { organisationId, publicKey: jwk, privateKey },
    select: { id: true },
  })
  return { id, publicKey: jwk }
}

/** The private halves of an organisation, ready to open what was sealed for it; never sent anywhere. */
export async function privateKeysOf(
  { prisma }: Database,
  organisationId: string,
): Promise<readonly webcrypto.CryptoKey[]> {
  const rows = await prisma.organisationKey.findMany({ where: { organisationId } })
  return Promise.all(
    rows.map(({ privateKey }) =>
      webcrypto.subtle.importKey('pkcs8', privateKey, ALGORITHM, false, ['decrypt', 'unwrapKey']),
    ),
  )
}
