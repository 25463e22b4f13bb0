export * from './model.ts'
export * from './errors.ts'
export * from './localities.ts'
export * from './register-changes.ts'
export { parseRegisterDocument } from './register-document.ts'
export {
  ADDRESS_EDITION,
  PLAUSIBLE_COUNT,
  registerOf,
  type PlausibleCount,
  type Register,
} from './register.ts'
export * from './search.ts'
export { parseTercCsv, TERC_COLUMNS, type TercRow } from './terc.ts'
