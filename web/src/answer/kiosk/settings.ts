import { isRecord } from '@rozeznanie/core/questionnaire'

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
const PASS = 'rozeznanie:tablet-przepustka'

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

/** What lets this tablet in where a survey takes codes. */
interface KioskPass {
  readonly surveyCode: string
  readonly pass: string
}

/** The pass of this tab for a survey; `null` when it has none. */
export function keptPass(storage: TabStorage, surveyCode: string): string | null {
  try {
    const value: unknown = JSON.parse(storage.getItem(PASS) ?? 'null')
    if (!isRecord(value) || value.surveyCode !== surveyCode) return null
    return typeof value.pass === 'string' ? value.pass : null
  } catch {
    return null
  }
}

export function keepPass(storage: TabStorage, pass: KioskPass | null): void {
  if (pass) storage.setItem(PASS, JSON.stringify(pass))
  else storage.removeItem(PASS)
}

export function keepSettings(storage: TabStorage, settings: KioskSettings | null): void {
  if (settings) storage.setItem(KEY, JSON.stringify(settings))
  else storage.removeItem(KEY)
}
