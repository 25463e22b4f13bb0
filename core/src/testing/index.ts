export * from './questionnaires.ts'
export * from './reports.ts'
export * from './versions.ts'
