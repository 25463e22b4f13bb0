import { connect, type Socket } from 'node:net'

/** One keep-alive connection that sends a request and waits for its answer, with as little work of its own as can be. */
export class HttpClient {
  private readonly socket: Socket
  private buffered = Buffer.alloc(0)
  private waiting: { resolve(status: number): void; reject(error: Error): void } | null = null

  constructor(private readonly port: number) {
    this.socket = connect(port, '127.0.0.1')
    this.socket.setNoDelay(true)
    this.socket.on('data', (chunk) => this.read(chunk))
    this.socket.on('error', (error) => this.waiting?.reject(error))
    this.socket.on('close', () => this.waiting?.reject(new Error('the server closed the connection')))
  }

  /** @returns the HTTP status; the body of anything but a success is in the error */
  post(path: string, body: string): Promise<number> {
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject }
      const length = Buffer.byteLength(body)
      this.socket.write(
        `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1:${this.port}\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n${body}`,
      )
    })
  }

  private read(chunk: Buffer): void {
    this.buffered = this.buffered.length === 0 ? chunk : Buffer.concat([this.buffered, chunk])
    const headEnd = this.buffered.indexOf('\r\n\r\n')
    if (headEnd < 0) return
    const head = this.buffered.toString('latin1', 0, headEnd)
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0)
    const end = headEnd + 4 + length
    if (this.buffered.length < end) return
    const body = this.buffered.toString('utf8', headEnd + 4, end)
    this.buffered = this.buffered.subarray(end)
    const status = Number(head.slice(9, 12))
    const isRefused = status >= 300 || !body.includes('"receipt"')
    if (isRefused) this.waiting?.reject(new Error(`${status}: ${body.slice(0, 500)}`))
    else this.waiting?.resolve(status)
  }

  close(): void {
    this.waiting = null
    this.socket.destroy()
  }
}
