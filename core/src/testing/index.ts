export * from './questionnaires.ts'
export * from './reports.ts'
