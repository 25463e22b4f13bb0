import { type AddressInfo, connect } from 'node:net'
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, createTestApp } from '../testing/test-app.ts'

let test: TestApp
let port: number
let webFolder: string
beforeAll(async () => {
  webFolder = mkdtempSync(path.join(tmpdir(), 'rozeznanie-web-'))
  mkdirSync(path.join(webFolder, 'assets'))
  mkdirSync(path.join(webFolder, 'answer'))
  mkdirSync(path.join(webFolder, 'teren'))
  writeFileSync(path.join(webFolder, 'teren', 'index.html'), '<!doctype html><title>Teren</title>')
  writeFileSync(path.join(webFolder, 'teren', 'sw.js'), 'self')
  writeFileSync(path.join(webFolder, 'teren', 'manifest.webmanifest'), '{}')
  writeFileSync(path.join(webFolder, 'answer', 'preview.html'), '<!doctype html><title>Podgląd</title>')
  writeFileSync(path.join(webFolder, 'index.html'), '<!doctype html><title>Rozeznanie</title>')
  writeFileSync(path.join(webFolder, 'assets', 'index-a1b2c3.js'), `console.log('${'x'.repeat(5000)}')`)
  writeFileSync(path.join(webFolder, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  test = await createTestApp({ production: true, webFolder })
  await test.app.listen({ port: 0, host: '127.0.0.1' })
  port = (test.app.server.address() as AddressInfo).port
})
afterAll(async () => {
  await test.close()
  rmSync(webFolder, { recursive: true })
})

/** Writes bytes to the server as they are. @returns all it answers until it closes */
function send(...pieces: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    let answer = ''
    const socket = connect(port, '127.0.0.1', () => pieces.forEach((piece) => socket.write(piece)))
    socket.on('data', (data) => (answer += data.toString('latin1')))
    socket.on('close', () => resolve(answer))
    socket.on('error', () => resolve(answer))
    socket.setTimeout(20_000, () => socket.destroy())
  })
}
const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1])
const BODY = '{"query":"{installation{version}}"}'
const HEAD = `POST /graphql HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: application/json\r\n`

describe('bytes that are no honest request', () => {
  it.each([
    ['a header of 64 KB', `GET / HTTP/1.1\r\nHost: a\r\nX: ${'a'.repeat(65_536)}\r\n\r\n`, 431],
    ['5,000 headers', `GET / HTTP/1.1\r\nHost: a\r\n${'X-Many: many\r\n'.repeat(5000)}\r\n`, 431],
    ['a URL of 200 KB', `GET /${'a'.repeat(200_000)} HTTP/1.1\r\nHost: a\r\n\r\n`, 431],
    ['two lengths', `${HEAD}Content-Length: 5\r\nContent-Length: ${BODY.length}\r\n\r\n${BODY}`, 400],
    ['a length and chunks', `${HEAD}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`, 400],
    ['a bad chunk', `${HEAD}Transfer-Encoding: chunked\r\n\r\nZZ\r\nx\r\n0\r\n\r\n`, 400],
    ['a NUL in a header', 'GET / HTTP/1.1\r\nHost: a\r\nX: a\u0000b\r\n\r\n', 400],
    ['no host', 'GET / HTTP/1.1\r\n\r\n', 400],
    ['no HTTP', 'HELO gmina.example\r\n\r\n', 400],
  ])('%s: the connection is closed and nothing told', async (_what, bytes, status) => {
    const answer = await send(bytes)

    expect(statusOf(answer)).toBe(status)
    expect(answer).not.toMatch(/node|fastify|stack|Error:/i)
  })

  it('of unknown number are read only from signed-in people', async () => {
    const { cookie } = await test.signInAs('organiser')
    const chunked = (head: string) =>
      send(`${head}Transfer-Encoding: chunked\r\n\r\n${BODY.length.toString(16)}\r\n${BODY}\r\n0\r\n\r\n`)

    expect(statusOf(await chunked(HEAD))).toBe(411)
    expect(statusOf(await chunked(`${HEAD}Cookie: ${cookie}\r\n`))).toBe(200)
  })

  it('that come one by one for ever are cut after at most 20 seconds, and others are served meanwhile', async () => {
    const slow = send(
      'POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{',
    )
    const started = performance.now()
    const other = await send(`${HEAD}Content-Length: ${BODY.length}\r\n\r\n${BODY}`)

    expect(statusOf(other)).toBe(200)
    expect(performance.now() - started).toBeLessThan(3000)
    expect(statusOf(await slow)).toBe(408)
    expect(performance.now() - started).toBeLessThan(19_000)
  })

  it('are refused in Polish when only the address is broken', async () => {
    const answer = await test.app.inject({ method: 'GET', url: '/%' })

    expect(answer.statusCode).toBe(400)
    expect(answer.json()).toEqual({ code: 'HTTP_400', message: 'Żądanie jest niepoprawne.' })
  })
})

describe('the built web', () => {
  const get = (url: string, headers = {}) => test.app.inject({ method: 'GET', url, headers })

  it.each(['/', '/ankiety', '/ankiety/018f0000-0000-7000-8000-000000000000/wyniki', '/gminy?szukaj=kielce'])(
    'opens its one page at %s, unkept',
    async (url) => {
      const answer = await get(url)

      expect(answer.statusCode).toBe(200)
      expect(answer.headers['content-type']).toMatch(/^text\/html/)
      expect(answer.headers['cache-control']).toBe('no-cache')
      expect(answer.headers['content-security-policy']).toContain("default-src 'self'")
    },
  )

  it('opens the app of interviewers in its folder, where alone WebAssembly may run', async () => {
    const app = await get('/teren/')
    const worker = await get('/teren/sw.js')
    const manifest = await get('/teren/manifest.webmanifest')

    expect((await get('/teren')).headers.location).toBe('/teren/')
    expect(app.body).toContain('<title>Teren</title>')
    expect(app.headers['content-security-policy']).toContain("script-src 'self' 'wasm-unsafe-eval'")
    expect((await get('/ankiety')).headers['content-security-policy']).not.toContain('wasm')
    expect(worker.headers).toMatchObject({ 'cache-control': 'no-cache' })
    expect(worker.headers['content-type']).toMatch(/javascript/)
    expect(manifest.headers['content-type']).toMatch(/^application\/manifest\+json/)
    expect((await get('/teren/ankiety')).statusCode).toBe(404)
  })

  it('lets its own pages alone frame the preview, which may ask nothing of any server', async () => {
    const preview = await test.app.inject({ url: '/answer/preview.html?x=1' })
    const page = await test.app.inject({ url: '/kwestionariusze' })

    expect(preview.statusCode).toBe(200)
    expect(preview.headers).toMatchObject({
      'content-security-policy':
        "default-src 'self';img-src 'self' data:;object-src 'none';base-uri 'none';frame-ancestors 'self';form-action 'self';connect-src 'none'",
      'x-frame-options': 'SAMEORIGIN',
      'x-content-type-options': 'nosniff',
    })
    expect(page.headers['x-frame-options']).toBe('DENY')
    expect(page.headers['content-security-policy']).toContain("frame-ancestors 'none'")
  })

  it.each(['/answer/preview.html/', '/a/preview.html', '/answer/..%2fanswer/preview.html', '/preview.html'])(
    'lets nobody frame %s',
    async (url) => {
      const { headers } = await test.app.inject({ url })

      expect(headers['x-frame-options']).toBe('DENY')
    },
  )

  it('keeps hashed files for a year, packed', async () => {
    const answer = await get('/assets/index-a1b2c3.js', { 'accept-encoding': 'br, gzip' })

    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(answer.headers['content-encoding']).toBe('br')
  })

  it.each([
    '/assets/nie-ma.js',
    '/assets/../../package.json',
    '/assets/..%2f..%2fpackage.json',
    '/..%5c..%5cpackage.json',
    '/.env',
    '/.git/HEAD',
    '/prisma/schema.prisma',
    '/dump.sql',
    '/index.html.bak',
    '/%00',
    '/download/nie-ma',
    '/upload/nie-ma',
    '//evil.example/x.js',
  ])('has nothing at %s', async (url) => {
    const answer = await get(url)

    expect([400, 403, 404]).toContain(answer.statusCode)
    expect(answer.headers.location).toBeUndefined()
  })
})
