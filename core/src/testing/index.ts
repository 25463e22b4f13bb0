export * from './questionnaires.ts'
