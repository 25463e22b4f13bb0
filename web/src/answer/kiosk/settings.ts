/** How long the tablet waits, in seconds. */
export interface Patience {
  /** Without a touch, before it asks whether anybody is there. */
  readonly idle: number
  /** How long that question stays: WCAG asks for 20 seconds at least. */
  readonly question: number
  /** After the thanks, before it makes room for the next person. */
  readonly thanks: number
}

export const IDLE_CHOICES = [60, 120, 180, 300] as const
export const THANKS_CHOICES = [15, 30, 60] as const
export const QUESTION_SECONDS = 30

/** What the attendant settled when the tablet was set up; nothing of any respondent. */
export interface KioskSettings {
  /** An attendant starts every form. */
  readonly isAttended: boolean
  readonly patience: Patience
  readonly isFullScreen: boolean
  /** Salt and slow hash of the PIN, hexadecimal. */
  readonly pin: { readonly salt: string; readonly hash: string }
}

type TabStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const KEY = 'rozeznanie:tablet'

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const isTime = (value: unknown): value is number => typeof value === 'number' && value >= 1 && value <= 3_600

/** The settings of this tab; `null` when the tablet is not set up. */
export function readSettings(storage: TabStorage): KioskSettings | null {
  try {
    const value: unknown = JSON.parse(storage.getItem(KEY) ?? 'null')
    if (!isRecord(value) || !isRecord(value.patience) || !isRecord(value.pin)) return null
    const { isAttended, patience, isFullScreen, pin } = value
    const { idle, question, thanks } = patience
    if (!isTime(idle) || !isTime(question) || !isTime(thanks)) return null
    if (typeof pin.salt !== 'string' || typeof pin.hash !== 'string') return null
    return {
      isAttended: isAttended === true,
      patience: { idle, question, thanks },
      isFullScreen: isFullScreen === true,
      pin: { salt: pin.salt, hash: pin.hash },
    }
  } catch {
    return null
  }
}

export function keepSettings(storage: TabStorage, settings: KioskSettings | null): void {
  if (settings) storage.setItem(KEY, JSON.stringify(settings))
  else storage.removeItem(KEY)
}
