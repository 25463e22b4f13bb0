import { keepPass, keptPass } from './settings.ts'

const IN_ADDRESS = /^#przepustka=([\w-]{1,100})$/
const PATIENCE_MS = 5_000

/**
 * The pass by which the organisation's people started this tablet. It is taken out of the address, so that it is in no
 * history, and kept for as long as the tab is open.
 */
export function takePass(surveyCode: string): string | null {
  const [, brought] = IN_ADDRESS.exec(window.location.hash) ?? []
  if (brought !== undefined) {
    keepPass(sessionStorage, { surveyCode, pass: brought })
    window.history.replaceState(window.history.state, '', window.location.pathname)
  }
  return keptPass(sessionStorage, surveyCode)
}

/** Whether the server lets this tablet in. Without an answer it is believed: what it sends is judged anyway. */
export async function isLetIn(surveyCode: string, pass: string | null): Promise<boolean> {
  if (pass === null) return false
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(), PATIENCE_MS)
  try {
    const reply = await fetch(`/a/${encodeURIComponent(surveyCode)}/kiosk/przepustka`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ kioskPass: pass }),
      credentials: 'omit',
      cache: 'no-store',
      signal: controller.signal,
    })
    return reply.status !== 422
  } catch {
    return true
  } finally {
    clearTimeout(timer)
  }
}
