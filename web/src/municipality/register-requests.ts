/** What an import would change, as the server answers. */
export interface RegisterPlan {
  readonly stateOn: string
  readonly municipalityCount: number
  readonly added: readonly RegisterEntry[]
  readonly renamed: readonly { readonly code: string; readonly from: string; readonly to: string }[]
  readonly rekinded: readonly {
    readonly code: string
    readonly name: string
    readonly from: number
    readonly to: number
  }[]
  readonly vanished: readonly RegisterEntry[]
  /** Proof of the plan, sent back with the confirmation. */
  readonly planHash: string
}

interface RegisterEntry {
  readonly code: string
  readonly name: string
  readonly kind: number
  readonly countyName: string
}

export type RegisterOutcome =
  | { readonly kind: 'done'; readonly plan: RegisterPlan }
  | { readonly kind: 'refused'; readonly message: string | undefined }

function field(holder: unknown, key: string): unknown {
  return typeof holder === 'object' && holder !== null && Object.hasOwn(holder, key)
    ? (holder as Readonly<Record<string, unknown>>)[key]
    : undefined
}

function list<Item>(value: unknown, read: (item: unknown) => Item): readonly Item[] {
  return Array.isArray(value) ? value.map(read) : []
}

const text = (holder: unknown, key: string): string => String(field(holder, key) ?? '')
const number = (holder: unknown, key: string): number => Number(field(holder, key) ?? 0)
const entry = (item: unknown): RegisterEntry => ({
  code: text(item, 'code'),
  name: text(item, 'name'),
  kind: number(item, 'kind'),
  countyName: text(item, 'countyName'),
})

/** Reads the server's answer; null when it is not a plan. */
export function readRegisterPlan(json: unknown): RegisterPlan | null {
  if (typeof field(json, 'planHash') !== 'string') return null
  return {
    stateOn: text(json, 'stateOn'),
    municipalityCount: number(json, 'municipalityCount'),
    added: list(field(json, 'added'), entry),
    renamed: list(field(json, 'renamed'), (item) => ({
      code: text(item, 'code'),
      from: text(item, 'from'),
      to: text(item, 'to'),
    })),
    rekinded: list(field(json, 'rekinded'), (item) => ({
      code: text(item, 'code'),
      name: text(item, 'name'),
      from: number(item, 'from'),
      to: number(item, 'to'),
    })),
    vanished: list(field(json, 'vanished'), entry),
    planHash: text(json, 'planHash'),
  }
}

/** True when the file says what the register already holds. */
export function changesNothing({ added, renamed, rekinded, vanished }: RegisterPlan): boolean {
  return [added, renamed, rekinded, vanished].every(({ length }) => length === 0)
}

async function send(
  address: string,
  file: File,
  fields: Readonly<Record<string, string>>,
): Promise<RegisterOutcome> {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  body.append('file', file)
  const answer = await fetch(address, { method: 'POST', headers: { 'x-rozeznanie': '1' }, body })
  const json: unknown = await answer.json()
  const plan = answer.ok ? readRegisterPlan(json) : null
  const message = field(json, 'message')
  return plan
    ? { kind: 'done', plan }
    : { kind: 'refused', message: typeof message === 'string' ? message : undefined }
}

async function sendOrRefuse(...request: Parameters<typeof send>): Promise<RegisterOutcome> {
  return send(...request).catch(() => ({ kind: 'refused', message: undefined }) as const)
}

/** Asks what the file would change; saves nothing. */
export function planRegister(file: File): Promise<RegisterOutcome> {
  return sendOrRefuse('/upload/register/plan', file, {})
}

/** Takes the file over, if it still changes what was shown. */
export function applyRegister(file: File, planHash: string): Promise<RegisterOutcome> {
  return sendOrRefuse('/upload/register/apply', file, { planHash })
}
