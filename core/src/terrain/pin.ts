const LEAST_DIGITS = 6
const LEAST_LETTERS = 12
const LONGEST = 128
const DELAYS_S = [0, 0, 0, 5, 15, 30, 60, 120, 300, 600]

/** Seconds until the next try, after so many wrong ones. */
export function pinDelay(failures: number): number {
  return DELAYS_S[Math.min(Math.max(failures, 0), DELAYS_S.length - 1)] ?? 0
}

export type PinFault = 'TOO_SHORT' | 'TOO_LONG' | 'TOO_SIMPLE'

function isSimple(pin: string): boolean {
  if (new Set(pin).size < 3) return true
  if (!/^\d+$/.test(pin)) return false
  const steps = new Set([...pin].slice(1).map((digit, index) => Number(digit) - Number(pin[index])))
  return steps.size === 1
}

/** Is it good enough to guard what people said? Six digits that are no row, or a few words. */
export function pinFault(pin: string): PinFault | null {
  if (pin.length > LONGEST) return 'TOO_LONG'
  const isDigits = /^\d*$/.test(pin)
  if (pin.length < (isDigits ? LEAST_DIGITS : LEAST_LETTERS)) return 'TOO_SHORT'
  return isSimple(pin) ? 'TOO_SIMPLE' : null
}
