export * from './entry-keys.ts'
export * from './questionnaires.ts'
export * from './reports.ts'
export * from './versions.ts'
