export { sendAdmitted } from './exchange.ts'
export { useOpenGate } from './use-open-gate.tsx'
