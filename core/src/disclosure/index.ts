export {
  protectCrosstab,
  protectFrequencies,
  SMALLEST_BASE,
  type ProtectedCrosstab,
  type ProtectedFrequency,
} from './protect.ts'
export { SMALLEST_SHOWN } from './withhold.ts'
