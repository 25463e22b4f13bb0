import { describe, expect, it } from 'vitest'
import { assertSafeServer } from './durable-settings.ts'

const server = (changed: Readonly<Record<string, string>> = {}) =>
  new Map(
    Object.entries({
      fsync: 'on',
      full_page_writes: 'on',
      synchronous_commit: 'on',
      server_version_num: '150004',
      server_version: '15.4',
      server_encoding: 'UTF8',
      ...changed,
    }),
  )

describe('a database server', () => {
  it('is accepted from PostgreSQL 15 on, with durable settings', () => {
    expect(() => assertSafeServer(server())).not.toThrow()
  })

  it.each(['fsync', 'full_page_writes', 'synchronous_commit'])(
    'is refused with %s off, by the name of the setting',
    (name) => {
      expect(() => assertSafeServer(server({ [name]: 'off' }))).toThrow(`${name} = off`)
    },
  )

  it.each(['local', 'remote_write'])('is refused with synchronous_commit = %s', (value) => {
    expect(() => assertSafeServer(server({ synchronous_commit: value }))).toThrow('synchronous_commit')
  })

  it('is accepted when it waits for its replicas as well', () => {
    expect(() => assertSafeServer(server({ synchronous_commit: 'remote_apply' }))).not.toThrow()
  })

  it('is refused when it is older than 15', () => {
    expect(() => assertSafeServer(server({ server_version_num: '140011', server_version: '14.11' }))).toThrow(
      'PostgreSQL 14.11',
    )
  })

  it('is refused when it cannot hold Polish letters', () => {
    expect(() => assertSafeServer(server({ server_encoding: 'SQL_ASCII' }))).toThrow('UTF8')
  })
})
