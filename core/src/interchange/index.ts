export * from './model.ts'
export * from './errors.ts'
export { importXlsForm } from './xlsform/import-xlsform.ts'
export { exportXlsForm } from './xlsform/export-xlsform.ts'
