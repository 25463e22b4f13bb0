export * from './model.ts'
export * from './check-answers.ts'
export { TEXT_LIMITS } from './check-values.ts'
export * from './content.ts'
