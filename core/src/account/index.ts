export * from './access.ts'
export * from './model.ts'
