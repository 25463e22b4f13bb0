export * from './bundle.ts'
export * from './errors.ts'
export * from './rescue.ts'
export * from './visit.ts'
