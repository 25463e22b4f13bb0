export * from './errors.ts'
export * from './guessing.ts'
export * from './parked-code.ts'
export * from './parked-until.ts'
